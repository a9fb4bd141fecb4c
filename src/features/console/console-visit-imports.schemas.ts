import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'

const word = z.string().catch('').default('')

export const VisitImportForm = z.object({
  text: word.transform(cleanText),
  action: word,
  submissionKey: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .catch('')
    .default(''),
})

/** Spreadsheets save "Unicode text" in two bytes a letter, and say so with the first two. Of other encodings, digits are the same in all. */
export const textOfBytes = (bytes: Buffer): string =>
  cleanText(new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes))
