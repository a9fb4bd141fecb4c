import { boundedLine } from './bounded-line.ts'

const LONGEST = 50

/** An e-mail address, or as many digits as a phone number has, however they are parted and in whatever script. */
function mayNameSomebody(text: string): boolean {
  const plain = text.normalize('NFKC')
  return /@|%40/.test(plain) || /\p{Nd}(?:[^\p{L}\p{Nd}]*\p{Nd}){6}/u.test(plain)
}

/** What was looked for, as statistics add it up; null for what may name somebody. */
export function searchedName(words: string): string | null {
  const name = boundedLine(words, LONGEST + 1).toLowerCase()
  return name === '' || [...name].length > LONGEST || mayNameSomebody(name) ? null : name
}
