import { z } from 'zod'

/** What was typed, as strings, to be shown again; and per field the message key that says what to do. */
export interface FormState {
  draft: Record<string, string>
  errors: Record<string, string>
}

export type Form<T> = { ok: true; data: T; draft: Record<string, string> } | ({ ok: false } & FormState)

export const emptyForm: FormState = { draft: {}, errors: {} }

/** Reads a posted form. The schema's messages are message keys; a field sent twice or nested is as good as missing. */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): Form<z.output<S>> {
  const draft = typedText(body)
  const parsed = schema.safeParse(draft)
  if (parsed.success) return { ok: true, data: parsed.data, draft }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message
  return { ok: false, draft, errors }
}

/** A rule that only the database or another feature could check, said beside the field like any other. */
export const refuseForm = (draft: Record<string, string>, field: string, messageKey: string): Form<never> => ({
  ok: false,
  draft,
  errors: { [field]: messageKey },
})

function typedText(body: unknown): Record<string, string> {
  const draft: Record<string, string> = Object.create(null)
  if (typeof body !== 'object' || body === null) return draft
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string' && !name.startsWith('_')) draft[name] = value
  }
  return draft
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text may hold
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** Text as it is stored: NFC, well-formed, without control characters, with \n as the only line end. */
export const cleanText = (value: string): string => value.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '').normalize('NFC')

/** They turn round what stands behind them on the line: the number of comments, the date. Right-to-left scripts read well without. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g

/** One line: a title, a name. Line breaks and tabs become spaces; what shows nothing counts as nothing. */
export const line = (options: { min?: number; max: number; required: string; tooLong: string }) =>
  z
    .string({ error: options.required })
    .transform((value) => cleanText(value).replace(turns, '').replace(/\s+/g, ' ').trim())
    .refine((value) => hasVisibleText(value), { error: options.required })
    .refine((value) => [...value].length <= options.max, { error: options.tooLong })

/** One line that may be left empty. */
export const optionalLine = (max: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform((value) => cleanText(value).replace(turns, '').replace(/\s+/g, ' ').trim())
    .refine((value) => [...value].length <= max, { error: tooLong })

/** Several lines, kept as typed. `max` counts code points. */
export const paragraph = (options: { max: number; required: string; tooLong: string }) =>
  z
    .string({ error: options.required })
    .transform(cleanText)
    .refine((value) => hasVisibleText(value), { error: options.required })
    .refine((value) => [...value].length <= options.max, { error: options.tooLong })

/** Letters, digits, punctuation or symbols; not only spaces, fillers (U+3164, U+2800) and zero-width marks. */
export const hasVisibleText = (value: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(value.replace(/[\u115f\u1160\u3164\uffa0\u2800]/gu, ''))
