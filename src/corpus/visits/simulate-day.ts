import type { DaySums } from '../../features/statistics/day-sums.policy.ts'
import { type SumKind, WHOLE_SITE } from '../../features/statistics/sums.types.ts'
import type { DayFigures } from '../../features/visits/visits.types.ts'
import { createRandom, seedOf } from '../random.ts'
import { share } from '../threads.ts'
import { type Crowd, type Part, type Places, spread } from './crowd.ts'
import { addActs, addBots, addSearches } from './simulate-rest.ts'
import { screens, TELL_SCREEN } from './simulate-speed.ts'
import type { Weighted } from './simulated-names.ts'
import * as from from './simulated-names.ts'
import { numberOf, type Traffic } from './traffic.ts'

export function simulateDay(seed: number, traffic: Traffic, places: Places, sums: DaySums): DayFigures {
  const crowd: Crowd = { sums, random: createRandom(seedOf(seed, numberOf(traffic.day), 2)), idOf: places.idOf }
  const posts = postsOf(traffic, places)
  addReaders(crowd, WHOLE_SITE, traffic, traffic.visitors, traffic.pageViews)
  addPages(crowd, WHOLE_SITE, traffic, places, posts, traffic.visitors, traffic.pageViews)
  const onBoards = places.boards.reduce((sum, { weight }) => sum + weight, 0)
  for (const board of places.boards) {
    const visitors = Math.round((traffic.visitors * 0.8 * board.weight) / onBoards)
    const views = Math.max(visitors, Math.round((traffic.pageViews * 0.75 * board.weight) / onBoards))
    if (views === 0) continue
    sums.add('board', WHOLE_SITE, board.id, visitors, views)
    addReaders(crowd, board.id, traffic, visitors, views)
    const own = { ...places, boards: [board] }
    addPages(crowd, board.id, traffic, own, posts.filter(({ boardId }) => boardId === board.id).slice(0, 60), visitors, views)
  }
  addSearches(crowd, traffic)
  addActs(crowd, traffic, places)
  return addBots(crowd, traffic, places)
}

function addReaders(crowd: Crowd, boardId: number, traffic: Traffic, visitors: number, views: number): void {
  const short = boardId === WHOLE_SITE ? 500 : 24
  const add = (kind: SumKind, parts: readonly Part[], part: number) =>
    spread(crowd, kind, boardId, parts.slice(0, short), Math.round(visitors * part), Math.round(views * part))
  const hours = share(
    visitors,
    traffic.hours.map((hour) => hour.visitors),
  )
  const more = share(
    views - visitors,
    traffic.hours.map((hour) => hour.views),
  )
  for (const [hour, count] of hours.entries()) {
    const seen = count + (more[hour] ?? 0)
    if (seen > 0) crowd.sums.add('weekhour', boardId, traffic.weekday * 24 + hour, count, seen)
  }
  for (const [kind, parts] of Object.entries(from.readerKinds)) add(kind as SumKind, parts, 1)
  const kinds = from.referrerKinds.map(([kind, weight]): Weighted => [kind, kind === 'social' && traffic.viral ? 300 : weight])
  const all = kinds.reduce((sum, [, weight]) => sum + weight, 0)
  add('referrer-kind', kinds, 1)
  const domains = kinds.flatMap(([kind, weight]) => (kind === 'direct' ? [] : partOf(domainsOf(kind, traffic.viral), weight / all)))
  const known = domains.reduce((sum, [, weight]) => sum + weight, 0)
  const inOrder = domains.sort((one, other) => other[1] - one[1])
  add('referrer', inOrder, known)
  add(
    'referrer-page',
    inOrder.filter(([name]) => !/google|naver\.com$|daum/.test(name)).map(([name, weight]): Part => [`${name}/`, weight]),
    known * 0.3,
  )
  add('words', from.words, 0.05)
  add('campaign', from.campaigns, 0.03)
  add('app', from.apps, 0.21)
  const told = Math.round(visitors * TELL_SCREEN)
  if (boardId === WHOLE_SITE) spread(crowd, 'screen', boardId, screens, told, told)
}

function domainsOf(kind: string, viral: boolean): Weighted[] {
  const list = from.domains[kind as keyof typeof from.domains] ?? []
  return viral && kind === 'social' ? list.map(([name, weight]): Weighted => [name, name === from.VIRAL_DOMAIN ? 900 : weight]) : list
}

function partOf(list: readonly Weighted[], part: number): Weighted[] {
  const all = list.reduce((sum, [, weight]) => sum + weight, 0)
  return list.map(([name, weight]): Weighted => [name, (weight / all) * part])
}

interface ReadPost {
  id: number
  boardId: number
  page: string
  weight: number
}

/** New posts are read most, good ones for long; on a day of passing round one takes nearly all. */
function postsOf({ day, viral }: Traffic, { posts }: Places): ReadPost[] {
  const today = numberOf(day)
  const read = posts
    .filter(({ born }) => born <= today)
    .map((post) => ({ ...post, weight: (0.4 + ((post.id * 2_654_435_761) % 97) / 30) / (1 + (today - post.born) / 5) ** 1.1 }))
    .sort((one, other) => other.weight - one.weight)
  const all = read.reduce((sum, { weight }) => sum + weight, 0)
  return read.map((post, index) => ({ ...post, weight: viral && index === 0 ? all * 5 : post.weight }))
}

function addPages(
  crowd: Crowd,
  boardId: number,
  traffic: Traffic,
  places: Places,
  posts: readonly ReadPost[],
  visitors: number,
  views: number,
): void {
  const all = Math.max(
    1,
    posts.reduce((sum, { weight }) => sum + weight, 0),
  )
  const fixed: Part[] =
    boardId === WHOLE_SITE
      ? [
          ['/', all * 0.5],
          ['/popular', all * 0.06],
          ['/new', all * 0.05],
          ['/search', all * 0.03],
        ]
      : []
  const lists = places.boards.map(
    ({ slug, weight }): Part => [`/${slug}`, (all * 0.5 * weight) / places.boards.reduce((sum, board) => sum + board.weight, 0)],
  )
  const pages: Part[] = [...fixed, ...lists, ...posts.map(({ page, weight }): Part => [page, weight])]
  const readers = Math.min(views, Math.round(visitors * (traffic.viral ? 1.5 : 2.6)))
  spread(crowd, 'page', boardId, pages, readers, views)
  const landings = pages.map(([name, weight], index): Part => [name, index === 0 ? weight * 1.6 : weight])
  spread(crowd, 'landing', boardId, landings, visitors, views)
  spread(crowd, 'exit', boardId, pages, visitors, views)
  const onPosts = posts.reduce((sum, { weight }) => sum + weight, 0) / pages.reduce((sum, [, weight]) => sum + weight, 0.0001)
  spread(
    crowd,
    'post',
    boardId,
    posts.map(({ id, weight }): Part => [id, weight]),
    Math.round(readers * onPosts),
    Math.round(views * onPosts),
  )
}
