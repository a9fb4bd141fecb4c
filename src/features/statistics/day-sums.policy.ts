import { numberedKinds, OTHERS, type SumKind, WHOLE_SITE } from './sums.types.ts'

/** A kind's name before it has an id: a text, or a number of kinds that are numbered. */
export type SumName = string | number

export interface NamedSum {
  kind: SumKind
  boardId: number
  name: SumName
  visitors: number
  views: number
}

export interface DaySums {
  add(kind: SumKind, boardId: number, name: SumName, visitors: number, views: number): void
  /** The most visited names of each kind and board, and what all others come to under `OTHERS`. */
  rows(): NamedSum[]
}

/** Names that a day keeps of one kind: a year of a large site stays small enough to add up while somebody waits. */
const ROOM = 300
const ROOM_OF_BOARD = 50
/** Of posts more: an author wants to know how theirs did. */
const ROOM_FOR_POSTS = 1_000

const roomFor = (kind: SumKind, boardId: number): number => {
  if (kind === 'post') return ROOM_FOR_POSTS
  // Hours, boards and acts are no more than there are.
  if (numberedKinds.has(kind)) return Number.POSITIVE_INFINITY
  return boardId === WHOLE_SITE ? ROOM : ROOM_OF_BOARD
}

export function createDaySums(): DaySums {
  const groups = new Map<string, Map<SumName, NamedSum>>()
  return {
    add(kind, boardId, name, visitors, views) {
      const key = `${kind} ${boardId}`
      const group = groups.get(key) ?? new Map<SumName, NamedSum>()
      groups.set(key, group)
      const sum = group.get(name)
      if (sum) {
        sum.visitors += visitors
        sum.views += views
      } else group.set(name, { kind, boardId, name, visitors, views })
    },
    rows: () => [...groups.values()].flatMap(cutShort),
  }
}

function cutShort(group: ReadonlyMap<SumName, NamedSum>): NamedSum[] {
  const sums = [...group.values()]
  const first = sums[0]
  if (first === undefined) return []
  const room = roomFor(first.kind, first.boardId)
  if (sums.length <= room) return sums
  const ranked = sums.sort((one, other) => other.visitors - one.visitors || other.views - one.views || (one.name < other.name ? -1 : 1))
  const others: NamedSum = { ...first, name: OTHERS, visitors: 0, views: 0 }
  for (const { visitors, views } of ranked.slice(room)) {
    others.visitors += visitors
    others.views += views
  }
  return [...ranked.slice(0, room), others]
}
