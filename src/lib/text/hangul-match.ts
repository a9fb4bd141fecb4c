import { disassemble, getChoseong } from 'es-hangul'

/** Consonants that belong to no syllable. */
export const areInitials = (typed: string): boolean => /^[ㄱ-ㅎ]+$/.test(typed)

/**
 * How well a word answers what somebody has typed of it so far: 0 it begins so, 1 it holds it, null it doesn't. A syllable that is still being
 * composed counts by its letters (동넻 … 동네책방), consonants alone by the initials of syllables (ㄷㄴㅊㅂ).
 */
export function hangulMatch(word: string, typed: string): 0 | 1 | null {
  const [whole, part] = areInitials(typed) ? [getChoseong(word), typed] : [disassemble(word), disassemble(typed)]
  const at = whole.indexOf(part)
  return at === 0 ? 0 : at > 0 ? 1 : null
}

/** The same for a name that is looked for in an index: what was typed of it is the beginning of one of these. */
export const hangulKeys = (word: string): { letters: string; initials: string } => ({
  letters: disassemble(word.normalize('NFC').toLowerCase()),
  initials: getChoseong(word.normalize('NFC')),
})
