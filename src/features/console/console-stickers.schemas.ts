import { z } from 'zod'
import { line } from '../../lib/http/form.ts'
import { ALT_LENGTH } from '../stickers/stickers.types.ts'
import { shortName } from './console-menu.schemas.ts'

const names = {
  nameKo: line({ max: 60, required: 'console.stickers.name.required', tooLong: 'console.site.tooLong' }),
  nameEn: shortName,
  // A box that isn't ticked is not sent.
  offered: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((value): 0 | 1 => (value === 'yes' ? 1 : 0)),
}

export const SetForm = z.object(names)
export const NewSetForm = SetForm.extend({
  slug: z
    .string({ error: 'console.stickers.slug.shape' })
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'console.stickers.slug.shape'),
})

export interface StickerWish {
  alt: string
  position: number
  remove: boolean
}

/** One row a sticker: `alt_7`, `place_7`, `remove_7`. */
export function stickerWishes(body: unknown, ids: readonly number[]): Map<number, StickerWish> {
  const sent = new Map(Object.entries((body ?? {}) as Record<string, unknown>))
  const text = (name: string) => String(sent.get(name) ?? '')
  return new Map(
    ids.map((id) => [
      id,
      {
        alt: [...text(`alt_${id}`).normalize('NFC').replace(/\s+/g, ' ').trim()].slice(0, ALT_LENGTH).join(''),
        position: Number(/^\d{1,4}$/.exec(text(`place_${id}`))?.[0] ?? 9_999),
        remove: text(`remove_${id}`) === 'yes',
      },
    ]),
  )
}
