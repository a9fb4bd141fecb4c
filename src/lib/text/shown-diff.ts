import { type DiffPart, wordDiff } from './word-diff.ts'

/** As `views/partials/word-diff.ejs` prints it: of a long stretch that stayed, only what stands around the changes. */
export type ShownPart = DiffPart | { kind: 'left-out'; letters: number }

/** Characters of what stayed that are shown on each side of a change. */
const AROUND = 160
/** Less than this is not worth leaving out. */
const LEFT_OUT = 240

/** Nothing is left out where nothing changed: then the text is there to be read. */
export function shownDiff(before: string, after: string): ShownPart[] {
  const parts = wordDiff(before, after)
  if (parts.every(({ kind }) => kind === 'same')) return parts
  return parts.flatMap((part, index) => (part.kind === 'same' ? shortened(part.text, index > 0, index < parts.length - 1) : [part]))
}

function shortened(text: string, followsChange: boolean, leadsToChange: boolean): ShownPart[] {
  const letters = [...text]
  const head = followsChange ? endOfWord(letters, AROUND) : 0
  const tail = leadsToChange ? startOfWord(letters, letters.length - AROUND) : letters.length
  if (tail - head < LEFT_OUT) return [{ kind: 'same', text }]
  const shown = (from: number, to: number): ShownPart[] => (from === to ? [] : [{ kind: 'same', text: letters.slice(from, to).join('') }])
  return [...shown(0, head), { kind: 'left-out', letters: tail - head }, ...shown(tail, letters.length)]
}

const isBlank = (letter: string | undefined): boolean => letter === undefined || /\s/.test(letter)
const A_WORD = 20

function endOfWord(letters: readonly string[], at: number): number {
  for (let end = at; end < at + A_WORD; end += 1) if (isBlank(letters[end])) return Math.min(end, letters.length)
  return Math.min(at, letters.length)
}

function startOfWord(letters: readonly string[], at: number): number {
  for (let start = at; start > at - A_WORD && start > 0; start -= 1) if (isBlank(letters[start - 1])) return start
  return Math.max(at, 0)
}
