import { activities, type SumKind, WHOLE_SITE } from '../../features/statistics/sums.types.ts'
import type { DayFigures } from '../../features/visits/visits.types.ts'
import { share } from '../threads.ts'
import { type Crowd, type Part, type Places, spread } from './crowd.ts'
import { screens } from './simulate-speed.ts'
import type { Weighted } from './simulated-names.ts'
import * as from from './simulated-names.ts'
import { numberOf, type Traffic } from './traffic.ts'

/** What is no reading: searches, acts, bots. */

export function addSearches(crowd: Crowd, { visitors, day }: Traffic): void {
  const events: [SumKind, Weighted[], number][] = [
    ...([
      ['search', from.searches, 0.06],
      ['search-empty', from.emptySearches, 0.008],
    ] as [SumKind, Weighted[], number][]),
    ...([
      ['missing', from.missing, 0.012],
      ['missing-from', from.missingFrom, 0.004],
    ] as [SumKind, Weighted[], number][]),
  ]
  for (const [kind, parts, part] of events) spread(crowd, kind, WHOLE_SITE, parts, 0, Math.round(visitors * part + (numberOf(day) % 3)))
}

export function addActs({ sums, random }: Crowd, { visitors }: Traffic, { boards }: Places): void {
  const acts: [number, number][] = [
    [activities.post, 0.011],
    [activities.comment, 0.034],
    [activities.vote, 0.05],
  ]
  const add = (boardId: number, act: number, times: number) => times > 0 && sums.add('activity', boardId, act, 0, times)
  add(WHOLE_SITE, activities.signUp, Math.round(visitors * 0.0035 * (0.7 + random.next() * 0.6)))
  for (const [act, part] of acts) {
    const times = Math.round(visitors * part * (0.8 + random.next() * 0.4))
    add(WHOLE_SITE, act, times)
    for (const [index, count] of share(
      times,
      boards.map(({ weight }) => weight),
    ).entries())
      add(boards[index]?.id ?? 0, act, count)
  }
}

/** Bots grow less than people do, and come at any time. */
export function addBots(crowd: Crowd, { visitors, pageViews }: Traffic, { boards }: Places): DayFigures {
  const { random, sums, idOf } = crowd
  const declaredBots = Math.round((3 + visitors * 0.02) * (0.8 + random.next() * 0.4))
  const suspectedBots = Math.round((1 + visitors * 0.012) * (random.chance(0.04) ? 5 : 0.7 + random.next() * 0.6))
  const views = declaredBots * 6 + suspectedBots * 3
  spread(crowd, 'bot', WHOLE_SITE, from.bots, declaredBots, declaredBots * 6)
  if (suspectedBots > 0) sums.add('bot', WHOLE_SITE, idOf('?'), suspectedBots, suspectedBots * 3)
  const pages: Part[] = [['/', 9], ['/robots.txt', 3], ...boards.map(({ slug, weight }): Part => [`/${slug}`, weight * 3])]
  spread(crowd, 'bot-page', WHOLE_SITE, pages, declaredBots + suspectedBots, views)
  return { pageViews, declaredBots, suspectedBots, botViews: views }
}

/** Every name that a simulated day may bring, so that all get their ids at once. */
export const simulatedNames = ({ boards, posts }: Pick<Places, 'boards' | 'posts'>): string[] => [
  ...[
    from.referrerKinds,
    from.words,
    from.searches,
    from.emptySearches,
    from.campaigns,
    from.missing,
    from.missingFrom,
    from.apps,
    screens,
    from.bots,
  ]
    .concat(Object.values(from.domains), Object.values(from.readerKinds))
    .flatMap((list) => list.map(([name]) => name)),
  ...Object.values(from.domains).flatMap((list) => list.map(([name]) => `${name}/`)),
  ...['?', '/', '/popular', '/new', '/search', '/robots.txt', ...boards.map(({ slug }) => `/${slug}`), ...posts.map(({ page }) => page)],
]
