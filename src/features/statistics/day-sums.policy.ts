import { numberedKinds, OTHERS, type Span, type SumKind, WHOLE_SITE } from './sums.types.ts'

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

/** Names that a span keeps of one kind: ten years of a large site stay few enough to be added up while somebody waits. */
const ROOM: Record<Span, number> = { day: 300, month: 600, year: 900 }
const ROOM_OF_BOARD: Record<Span, number> = { day: 50, month: 100, year: 150 }
/** Of posts more: an author wants to know how theirs did. */
const ROOM_FOR_POSTS = 1_000
/** Hours, boards and acts are no more than there are. */
const ALL = 1_000_000

const isOfPosts = (kind: SumKind): boolean => kind === 'post' || kind === 'post-comments'

export function roomFor(kind: SumKind, boardId: number, span: Span): number {
  if (isOfPosts(kind)) return ROOM_FOR_POSTS
  if (numberedKinds.has(kind)) return ALL
  return (boardId === WHOLE_SITE ? ROOM : ROOM_OF_BOARD)[span]
}

export function createDaySums(span: Span = 'day'): DaySums {
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
    rows: () => [...groups.values()].flatMap((group) => cutShort(group, span)),
  }
}

function cutShort(group: ReadonlyMap<SumName, NamedSum>, span: Span): NamedSum[] {
  const first = group.values().next().value
  if (first === undefined) return []
  const room = roomFor(first.kind, first.boardId, span)
  if (group.size <= room) return [...group.values()]
  // What had no room in a part has none in the whole.
  const rest = numberedKinds.has(first.kind) && !isOfPosts(first.kind) ? undefined : group.get(OTHERS)
  const all = [...group.values()].filter((sum) => sum !== rest)
  // Of a hundred thousand names nearly all were met once: they need no order.
  const often = all.filter(({ visitors, views }) => Math.max(visitors, views) > 1)
  const kept = (often.length >= room ? often : all)
    .sort((one, other) => other.visitors - one.visitors || other.views - one.views || (one.name < other.name ? -1 : 1))
    .slice(0, room)
  const others: NamedSum = { ...first, name: OTHERS, visitors: rest?.visitors ?? 0, views: rest?.views ?? 0 }
  for (const { visitors, views } of all) {
    others.visitors += visitors
    others.views += views
  }
  for (const { visitors, views } of kept) {
    others.visitors -= visitors
    others.views -= views
  }
  return [...kept, others]
}
