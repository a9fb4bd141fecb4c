import { matchTokens } from './match-tokens.ts'

/** One text out of two that began from the same one. */
export interface Merged {
  text: string
  /** Places where both changed the same lines: there both stand, `theirs` first. */
  clashes: number
}

export interface ClashMarks {
  theirs: string
  mine: string
  end: string
}

/** A change of `base`: its lines from `from` to `to` became `lines`. */
interface Edit {
  from: number
  to: number
  lines: string[]
}

/** What each of two changed, line by line. Where only one did, that stands; where both did, differently, both do, between marks. */
export function mergeTexts(base: string, { theirs, mine }: { theirs: string; mine: string }, marks: ClashMarks): Merged {
  const lines = linesOf(ended(base))
  const queue = [editsOf(lines, theirs), editsOf(lines, mine)] as const
  const merged: string[] = []
  let at = 0
  let clashes = 0
  while (queue[0].length + queue[1].length > 0) {
    const group = takeGroup(queue)
    const { from, to } = group
    merged.push(...lines.slice(at, from))
    at = to
    const [one, other] = group.edits.map((edits) => applied(lines, edits, { from, to }).join(''))
    if (group.edits[1].length === 0 || one === other) merged.push(one ?? '')
    else if (group.edits[0].length === 0) merged.push(other ?? '')
    else {
      clashes += 1
      merged.push(`${marks.theirs}\n`, ended(one ?? ''), `${marks.mine}\n`, ended(other ?? ''), `${marks.end}\n`)
    }
  }
  const text = [...merged, ...lines.slice(at)].join('')
  return { text: mine.endsWith('\n') || theirs.endsWith('\n') ? text : text.replace(/\n$/, ''), clashes }
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

function editsOf(base: readonly string[], text: string): Edit[] {
  let at = 0
  return matchTokens(base, linesOf(ended(text))).flatMap(({ same, removed, added }) => {
    const from = at
    at += linesOf(removed).length
    return same ? [] : [{ from, to: at, lines: linesOf(added) }]
  })
}

/** Lines that are put in before a line stand before what became of that line. */
const isBefore = (one: Edit | undefined, other: Edit | undefined): boolean =>
  one !== undefined && (other === undefined || one.from < other.from || (one.from === other.from && one.to <= other.to))

/** The next edits of both that are about the same lines, directly or through one of the other's. */
function takeGroup(queue: readonly [Edit[], Edit[]]) {
  const edits: [Edit[], Edit[]] = [[], []]
  const first = isBefore(queue[0][0], queue[1][0]) ? 0 : 1
  const start = queue[first].shift() as Edit
  edits[first].push(start)
  let { from, to } = start
  for (;;) {
    const side = queue.findIndex(([next]) => next && (next.from < to || (from === to && next.from === to && next.to === to)))
    const next = queue[side]?.shift()
    if (!next) return { from, to, edits }
    edits[side === 0 ? 0 : 1].push(next)
    from = Math.min(from, next.from)
    to = Math.max(to, next.to)
  }
}

function applied(lines: readonly string[], edits: readonly Edit[], { from, to }: { from: number; to: number }): string[] {
  const all: string[] = []
  let at = from
  for (const edit of edits) {
    all.push(...lines.slice(at, edit.from), ...edit.lines)
    at = edit.to
  }
  return [...all, ...lines.slice(at, to)]
}
