import { excerpt } from '../html/excerpt.ts'

const LONGEST = 60
// Direction marks flip what stands after them ("gpj.exe"); slashes and colons mean places; the rest means something to a shell or a header.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no name may hold
const unfit = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff"*/:<>?\\|]+/g

/** It joins the people of one emoji, and hides in everything else. */
const joiners = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

/** A name as it can be shown beside what is wrong with the file. */
export const cleanFileName = (given: string): string =>
  excerpt(given.toWellFormed().normalize('NFC').replace(unfit, ' ').replace(joiners, ' ').trim(), LONGEST)

/** The name that a reader sees, with the ending that tells what the file has become. */
export function fileNameFor(given: string, ending: string): string {
  const stem = cleanFileName(given.trim().replace(/\.[a-z\d]{1,5}$/i, '')).replace(/^[.\s-]+|[.\s]+$/g, '')
  return `${stem || (ending === 'webp' ? 'image' : 'file')}.${ending}`
}

/** RFC 6266: a plain name for old readers, the real one beside it. `attachment` is saved, never opened in place. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
