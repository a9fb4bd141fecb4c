const WORDS = 24
const LONGEST = 30

/** Endings that say how a word stands in its sentence, not what it is of; the longest first. */
const particles =
  /(?:이라고|에서는|에게서|으로는|습니다|입니다|합니다|됩니다|했습니다|인가요|할까요|나요|까요|네요|어요|아요|해요|세요|에서|에게|한테|까지|부터|처럼|보다|으로|라고|하고|하는|하기|은|는|이|가|을|를|에|의|로|와|과|도|만|요)$/

/** Words of every title: they tell nothing. */
const empty = new Set('the a an of to in on for and or is are how what why with from this that'.split(' '))

/**
 * By what words a title may be known again, in the order in which they stand. Of Hangul, pairs of syllables: 책방을 and 동네책방 share 책방.
 * Of alphabets, whole words.
 */
export function tellingWords(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{Script=Hangul}+|[[\p{L}\p{N}]--\p{Script=Hangul}][[\p{L}\p{N}.+#\-]--\p{Script=Hangul}]*/gv)
  const found = (words ?? []).flatMap((word) => (/^\p{Script=Hangul}/u.test(word) ? syllablePairs(stem(word)) : wholeWord(word)))
  return [...new Set(found)].slice(0, WORDS)
}

/** At least two syllables are left of it. */
function stem(word: string): string {
  const bare = word.replace(particles, '')
  return bare.length >= 2 ? bare : word
}

const syllablePairs = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))

/** A lone sign and a small number say nothing. */
function wholeWord(word: string): string[] {
  const bare = word.replace(/[.#-]+$/, '').slice(0, LONGEST)
  return bare.length < 2 || empty.has(bare) || /^\d{1,3}$/.test(bare) ? [] : [bare]
}
