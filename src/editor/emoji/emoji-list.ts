export interface Emoji {
  group: number
  sign: string
  /** Its name first, then by what it is found. */
  korean: string[]
  english: string[]
}

export const readEmoji = (text: string): Emoji[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [group = '0', sign = '', korean = '', english = ''] = line.split('\t')
      return { group: Number(group), sign, korean: korean.split('|'), english: english.split('|') }
    })

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
const FIRST = 0xac00
const LAST = 0xd7a3
const PER_INITIAL = 588

/** "사과" as "ㅅㄱ": how one searches by thumb. */
export const initialsOf = (word: string): string =>
  [...word]
    .map((letter) => {
      const code = letter.charCodeAt(0)
      return code >= FIRST && code <= LAST ? (initials[Math.floor((code - FIRST) / PER_INITIAL)] ?? letter) : letter
    })
    .join('')

/** What bears the name first, then what is found by it, then what begins so, then what holds it. Spaces and half a syllable ("사ㄱ") do not matter. */
export function findEmoji(all: readonly Emoji[], query: string): Emoji[] {
  const asked = query.trim().toLowerCase().replace(/\s+/g, '')
  if (asked === '') return [...all]
  const byInitials = /^[ㄱ-ㅎ]+$/.test(asked)
  const rank = ({ sign, korean, english }: Emoji): number => {
    if (sign === asked) return 0
    const words = [...korean, ...english].map((word) => word.replace(/\s+/g, ''))
    const [name = '', englishName = ''] = [korean[0], english[0]]
    const isNamed = [...name.split(' '), ...englishName.split(' ')].includes(asked)
    if (words.includes(asked)) return isNamed || words[0] === asked ? 1 : 2
    if (words.some((word) => word.startsWith(asked))) return 3
    if (words.some((word) => word.includes(asked))) return 4
    return byInitials && korean.some((word) => initialsOf(word).startsWith(asked)) ? 5 : -1
  }
  return all
    .map((emoji, index) => ({ emoji, index, rank: rank(emoji) }))
    .filter((found) => found.rank >= 0)
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map((found) => found.emoji)
}
