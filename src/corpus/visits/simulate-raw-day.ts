import type { AppContext } from '../../context.ts'
import { rollUpDay } from '../../features/statistics/roll-up.service.ts'
import type { VisitFacts } from '../../features/visits/visit-facts.types.ts'
import type { VisitPageRow, VisitRow } from '../../features/visits/visits.types.ts'
import { startOfDay } from '../../lib/time/zone.ts'
import { createRandom, type Random, seedOf } from '../random.ts'
import { share } from '../threads.ts'
import type { Places } from './crowd.ts'
import { screens, TELL_SCREEN } from './simulate-speed.ts'
import type { Weighted } from './simulated-names.ts'
import * as from from './simulated-names.ts'
import { insertDays, insertPages, insertScreens, insertVisits } from './simulated-visits.repository.ts'
import { numberOf, type Traffic } from './traffic.ts'

const VISITS_AT_ONCE = 2_000
const HOUR_MS = 3_600_000

/** A day visit by visit, added up by the same code as a real one. */
export async function simulateRawDay(
  ctx: AppContext,
  { seed, zone }: { seed: number; zone: string },
  traffic: Traffic,
  places: Places,
): Promise<void> {
  const random = createRandom(seedOf(seed, numberOf(traffic.day), 3))
  const begin = startOfDay(traffic.day, zone).getTime()
  await insertDays(ctx.db, [{ day: traffic.day, visitors: traffic.visitors, pageViews: 0, declaredBots: 0, suspectedBots: 0, botViews: 0 }])
  let visits: VisitRow[] = []
  let pages: VisitPageRow[] = []
  const flush = async () => {
    await insertVisits(ctx.db, visits)
    await insertPages(ctx.db, pages)
    ;[visits, pages] = [[], []]
  }
  const bots = Math.ceil(traffic.visitors * 0.03)
  const hours = traffic.hours.flatMap(({ visitors }, hour) => new Array<number>(visitors).fill(hour))
  for (let index = 0; index < traffic.visitors + bots; index += 1) {
    const hour = hours[index] ?? hours[random.below(hours.length)] ?? 0
    const visit = drawVisit(random, traffic, hour, begin, index < traffic.visitors ? 'person' : index % 3 === 0 ? 'suspected' : 'declared')
    visits.push(visit)
    pages.push(...drawPages(random, visit, places))
    if (visits.length === VISITS_AT_ONCE) await flush()
  }
  await flush()
  const told = share(
    Math.round(traffic.visitors * TELL_SCREEN),
    screens.map(([, weight]) => weight),
  )
  const counted = screens.map(([name], index) => ({ nameId: places.idOf(name), times: told[index] ?? 0 })).filter(({ times }) => times > 0)
  await insertScreens(ctx.db, traffic.day, counted)
  await rollUpDay(ctx, traffic.day, zone)
}

function drawVisit(random: Random, { day }: Traffic, hour: number, begin: number, visitClass: VisitRow['class']): VisitRow {
  const visitor = Buffer.alloc(16)
  for (let at = 0; at < 16; at += 4) visitor.writeUInt32BE(Math.floor(random.next() * 2 ** 32), at)
  return {
    ...{ day, visitor, hour, anonymousKey: null, class: visitClass },
    createdAt: new Date(begin + hour * HOUR_MS + random.below(HOUR_MS)),
    proved: visitClass === 'person' ? 1 : 0,
    member: visitClass === 'person' && random.chance(0.22) ? 1 : 0,
    cameBefore: visitClass === 'person' && random.chance(0.62) ? 1 : 0,
    // Addresses that documentation may use.
    maskedAddress: `203.0.${113 + random.below(2)}.0`,
    facts: JSON.stringify(drawFacts(random, visitClass)),
  }
}

function drawFacts(random: Random, visitClass: VisitRow['class']): VisitFacts {
  const kind = one(random, from.referrerKinds) as VisitFacts['referrerKind']
  const referrer = kind === 'direct' ? null : one(random, from.domains[kind])
  const of = (list: Weighted[] | undefined) => one(random, list ?? [])
  return {
    referrerKind: kind,
    referrer,
    referrerPage: referrer === null || kind === 'search' ? null : `${referrer}/`,
    words: kind === 'search' && random.chance(0.12) ? of(from.words) : null,
    campaign: random.chance(0.03) ? of(from.campaigns) : null,
    browser: of(from.readerKinds.browser),
    system: of(from.readerKinds.system),
    device: of(from.readerKinds.device) as VisitFacts['device'],
    language: of(from.readerKinds.language),
    app: random.chance(0.2) ? of(from.apps) : null,
    bot: visitClass === 'declared' ? of(from.bots) : null,
  }
}

function drawPages(random: Random, visit: VisitRow, { boards, posts, idOf }: Places): VisitPageRow[] {
  const pages = new Map<number, VisitPageRow>()
  for (
    let left = 1 + Math.floor(random.next() ** 2 * 8), at = visit.createdAt.getTime();
    left > 0;
    left -= 1, at += 1 + random.below(40_000)
  ) {
    const board = boards[Math.floor(random.next() ** 2 * boards.length)]
    const post = random.chance(0.6) ? posts[Math.floor(random.next() ** 3 * posts.length)] : undefined
    const name = post?.page ?? (board !== undefined && random.chance(0.7) ? `/${board.slug}` : '/')
    const pageId = idOf(name)
    const known = pages.get(pageId)
    if (known) {
      known.views += 1
      known.lastAt = new Date(at)
    } else {
      const boardId = post?.boardId ?? (name === '/' ? null : (board?.id ?? null))
      const when = { hour: visit.hour, firstAt: new Date(at), lastAt: new Date(at) }
      pages.set(pageId, { day: visit.day, visitor: visit.visitor, pageId, boardId, postId: post?.id ?? null, views: 1, ...when })
    }
  }
  return [...pages.values()]
}

function one(random: Random, list: readonly Weighted[]): string {
  let left = random.next() * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of list) {
    left -= weight
    if (left < 0) return name
  }
  return list[0]?.[0] ?? ''
}
