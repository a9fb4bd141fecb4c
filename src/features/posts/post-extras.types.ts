import { z } from 'zod'
import { isOwnPath, isSafeLink } from '../../lib/html/links.ts'
import { line } from '../../lib/http/form.ts'
import { isDay } from '../../lib/time/zone.ts'
import type { ExtraField } from '../boards/board-settings.types.ts'

/** A board's own fields and links on a post: how they are read from a form, and kept. */

/** By the key of the field; what was left empty is not there. */
export type ExtraValues = Readonly<Record<string, string>>

export interface PostLink {
  position: number
  url: string
  clickCount: number
}

const TEXT_LENGTH = 200
const URL_LENGTH = 500

/** An address of another site as a browser would write it; '' stays ''. */
const address = (invalid: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine((value) => value === '' || isElsewhere(value), { error: invalid })
    .transform((value) => (value === '' ? '' : new URL(value).href))
    .refine((value) => value.length <= URL_LENGTH, { error: invalid })

const isElsewhere = (value: string): boolean => isSafeLink(value) && !isOwnPath(value) && /^https?:/i.test(value)

export const linkField = address('posts.link.invalid')

/** What may stand in one field of a board. The form says which field is meant. */
export function extraField({ kind, choices, required }: ExtraField) {
  const typed = fieldOfKind(kind, choices)
  return required ? typed.refine((value) => value !== '', { error: 'posts.field.required' }) : typed
}

function fieldOfKind(kind: ExtraField['kind'], choices: readonly string[]) {
  const plain = z
    .string()
    .default('')
    .transform((value) => value.trim())
  const matching = (fits: (value: string) => boolean, error: string) => plain.refine((value) => value === '' || fits(value), { error })
  switch (kind) {
    case 'number':
      return matching((value) => /^-?\d{1,12}(\.\d{1,4})?$/.test(value), 'posts.field.number')
    case 'date':
      return matching(isDay, 'posts.field.date')
    case 'choice':
      return matching((value) => choices.includes(value), 'posts.field.choice')
    case 'url':
      return address('posts.link.invalid')
    case 'text':
      return z
        .union([z.literal(''), line({ max: TEXT_LENGTH, required: 'posts.field.required', tooLong: 'posts.field.tooLong' })])
        .default('')
  }
}

/** Of the column; MariaDB gives JSON back as text. */
export function readExtraValues(stored: unknown): ExtraValues {
  const parsed = typeof stored === 'string' ? JSON.parse(stored) : stored
  return z
    .record(z.string(), z.string())
    .catch({})
    .parse(parsed ?? {})
}

export const linkFieldName = (position: number): string => `link${position}`
