import { boundedLine } from './bounded-line.ts'

const LONGEST = 50

/** An e-mail address, or as many digits as a phone number has, however they are parted and in whatever script's width. */
function mayNameSomebody(text: string): boolean {
  const plain = text.normalize('NFKC')
  return plain.includes('@') || /\d(?:[\s().+-]*\d){6}/.test(plain)
}

/** What was looked for, as statistics add it up; null for what may name somebody. */
export function searchedName(words: string): string | null {
  const name = boundedLine(words, LONGEST + 1).toLowerCase()
  return name === '' || [...name].length > LONGEST || mayNameSomebody(name) ? null : name
}
