import { z } from 'zod'
import { isSafeLink } from '../../lib/html/links.ts'
import { cleanText } from '../../lib/http/form.ts'

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

export const ItemParams = z.object({ item: id })
export const OwnParams = z.object({ own: id })
export const BlockParams = z.object({ block: id })

export const shortName = z
  .string({ error: 'console.site.tooLong' })
  .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim())
  .refine((value) => [...value].length <= 60, { error: 'console.site.tooLong' })

/** `board:3`, `group:1`, `page:2`, `new`, `popular` or `link`. */
export const MenuForm = z
  .object({
    target: z.string({ error: 'boards.choice' }).regex(/^(?:(?:board|group|page):[1-9]\d{0,8}|new|popular|link)$/, 'boards.choice'),
    url: z
      .string()
      .default('')
      .transform((value) => cleanText(value).trim())
      .refine((value) => value.length <= 500, { error: 'console.site.tooLong' }),
    nameKo: shortName,
    nameEn: shortName,
    parent: z
      .string()
      .regex(/^\d{0,9}$/, 'boards.choice')
      .default('')
      .transform((value) => (value === '' ? null : Number(value))),
  })
  .superRefine((item, found) => {
    if (item.target !== 'link') return
    const safe = isSafeLink(item.url) && !/^(?:mailto:|#)/i.test(item.url)
    if (!safe) found.addIssue({ code: 'custom', path: ['url'], message: 'console.menuItem.url.invalid' })
    if (item.nameKo === '' && item.nameEn === '')
      found.addIssue({ code: 'custom', path: ['nameKo'], message: 'console.menuItem.name.required' })
  })

export type MenuForm = z.output<typeof MenuForm>
