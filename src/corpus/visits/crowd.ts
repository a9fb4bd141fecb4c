import type { DaySums } from '../../features/statistics/day-sums.policy.ts'
import type { SumKind } from '../../features/statistics/sums.types.ts'
import type { Random } from '../random.ts'
import { share } from '../threads.ts'

/** The places of the site that its visitors may read. */
export interface Places {
  boards: { id: number; slug: string; weight: number }[]
  /** The newest ones, of all boards. */
  posts: { id: number; boardId: number; page: string; born: number }[]
  /** Ids of names, as statistics keep them. */
  idOf: (name: string) => number
}

export type Part = readonly [name: string | number, weight: number]

export interface Crowd {
  sums: DaySums
  random: Random
  idOf: Places['idOf']
}

/** Gives every visitor and every view of a group to one of the names: what a kind adds up to is what came. */
export function spread(
  { sums, random, idOf }: Crowd,
  kind: SumKind,
  boardId: number,
  parts: readonly Part[],
  visitors: number,
  views: number,
): void {
  if (parts.length === 0 || views === 0) return
  const weights = parts.map(([, weight]) => weight * (0.8 + random.next() * 0.4))
  const counts = share(visitors, weights)
  // Nobody who did not come reads on.
  const readsOn = visitors === 0 ? weights : weights.map((weight, index) => (counts[index] === 0 ? 0 : weight))
  const more = share(Math.max(0, views - visitors), readsOn)
  for (const [index, count] of counts.entries()) {
    const seen = count + (more[index] ?? 0)
    const name = parts[index]?.[0] ?? 0
    if (seen > 0) sums.add(kind, boardId, typeof name === 'string' ? idOf(name) : name, count, seen)
  }
}
