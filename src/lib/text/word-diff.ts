import { matchTokens } from './match-tokens.ts'

/** A stretch of two texts: in both, in the one before alone, in the one after alone. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/**
 * What became of a text, word by word: `same` and `removed` make the one before, `same` and `added` the one after. Lines are matched first, then
 * words within lines that differ: a Korean word stands with its particle, and is shown whole. Takes a time that doesn't grow out of bounds with
 * what is compared: stretches that have nothing in common by which they could be matched are replaced as a whole.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = []
  for (const lines of matchTokens(linesOf(before), linesOf(after))) {
    if (lines.same) push(parts, 'same', lines.removed)
    else for (const words of joinBlanks(matchTokens(wordsOf(lines.removed), wordsOf(lines.added)))) pushWords(parts, words)
  }
  return parts
}

type Stretch = ReturnType<typeof matchTokens>[number]

/** A blank between two changed words is part of the change: nobody reads word by word what was written anew. */
function joinBlanks(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const [index, each] of stretches.entries()) {
    const last = joined.at(-1)
    const isBetween = each.same && /^[^\S\n]+$/.test(each.removed) && index < stretches.length - 1
    if (last && !last.same && (isBetween || !each.same)) {
      last.removed += each.removed
      last.added += each.added
    } else joined.push({ ...each })
  }
  return joined
}

function pushWords(parts: DiffPart[], { same, removed, added }: Stretch): void {
  push(parts, same ? 'same' : 'removed', removed)
  if (!same) push(parts, 'added', added)
}

function push(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.kind === kind) last.text += text
  else parts.push({ kind, text })
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Words with their marks, blanks, and each other sign for itself. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|[^\S\n]+|[\s\S]/gu) ?? []
