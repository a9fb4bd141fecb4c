import { disassemble, getChoseong } from 'es-hangul'

const initials = /^[ㄱ-ㅎ]+$/

/**
 * How well a word answers what somebody has typed of it so far: 0 it begins so, 1 it holds it, null it doesn't. A syllable that is still being
 * composed counts by its letters (동넻 … 동네책방), consonants alone by the initials of syllables (ㄷㄴㅊㅂ).
 */
export function hangulMatch(word: string, typed: string): 0 | 1 | null {
  const [whole, part] = initials.test(typed) ? [getChoseong(word), typed] : [disassemble(word), disassemble(typed)]
  const at = whole.indexOf(part)
  return at === 0 ? 0 : at > 0 ? 1 : null
}
