import { z } from 'zod'
import { cleanText, line } from '../../lib/http/form.ts'
import { PAGE_TEXT_LENGTH } from '../pages/pages.types.ts'
import { shortName } from './console-menu.schemas.ts'

const text = z
  .string({ error: 'console.ownPage.text.tooLong' })
  .transform((value) => cleanText(value).trim())
  .refine((value) => [...value].length <= PAGE_TEXT_LENGTH, { error: 'console.ownPage.text.tooLong' })

export const OwnPageForm = z.object({
  slug: z
    .string({ error: 'console.ownPage.slug.shape' })
    .trim()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'console.ownPage.slug.shape'),
  titleKo: line({ max: 60, required: 'console.ownPage.title.required', tooLong: 'console.site.tooLong' }),
  titleEn: shortName,
  level: z
    .string({ error: 'boards.level' })
    .regex(/^([1-9]|10)$/, 'boards.level')
    .transform(Number),
  // A box that isn't ticked is not sent.
  inFooter: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((value): 0 | 1 => (value === 'yes' ? 1 : 0)),
  sourceKo: text,
  sourceEn: text,
})
