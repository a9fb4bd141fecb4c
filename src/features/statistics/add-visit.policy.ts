import type { VisitFacts } from '../visits/visit-facts.types.ts'
import type { VisitClass } from '../visits/visits.types.ts'
import type { DaySums } from './day-sums.policy.ts'
import { WHOLE_SITE } from './sums.types.ts'

/** One visit of a day with all that it read. */
export interface WholeVisit {
  class: VisitClass
  member: boolean
  cameBefore: boolean
  weekday: number
  hour: number
  facts: VisitFacts | null
  /** In any order. */
  pages: ReadPageRow[]
}

export interface ReadPageRow {
  name: string
  boardId: number | null
  postId: number | null
  hour: number
  views: number
  firstAt: Date
  lastAt: Date
}

/** What one visit adds to the sums of its day. */
export function addVisit(sums: DaySums, visit: WholeVisit): void {
  const views = visit.pages.reduce((sum, page) => sum + page.views, 0)
  if (visit.class === 'person') addPerson(sums, visit, views)
  else addBot(sums, visit, views)
}

function addPerson(sums: DaySums, visit: WholeVisit, views: number): void {
  const landing = extreme(visit.pages, (one, other) => one.firstAt < other.firstAt)
  const exit = extreme(visit.pages, (one, other) => one.lastAt > other.lastAt)
  addReader(sums, WHOLE_SITE, visit, visit.hour, views)
  if (landing) sums.add('landing', WHOLE_SITE, landing.name, 1, views)
  if (exit) sums.add('exit', WHOLE_SITE, exit.name, 1, views)
  for (const page of visit.pages) addPage(sums, WHOLE_SITE, page)
  for (const [boardId, pages] of byBoard(visit.pages)) {
    const ofBoard = pages.reduce((sum, page) => sum + page.views, 0)
    sums.add('board', WHOLE_SITE, boardId, 1, ofBoard)
    addReader(sums, boardId, visit, Math.min(...pages.map(({ hour }) => hour)), ofBoard)
    if (landing?.boardId === boardId) sums.add('landing', boardId, landing.name, 1, ofBoard)
    if (exit?.boardId === boardId) sums.add('exit', boardId, exit.name, 1, ofBoard)
    for (const page of pages) addPage(sums, boardId, page)
  }
}

function addReader(sums: DaySums, boardId: number, { weekday, member, cameBefore, facts }: WholeVisit, hour: number, views: number): void {
  const add = (kind: Parameters<DaySums['add']>[0], name: string | number | null) => {
    if (name !== null && name !== '') sums.add(kind, boardId, name, 1, views)
  }
  add('weekhour', weekday * 24 + hour)
  add('loyalty', cameBefore ? 'returning' : 'new')
  add('membership', member ? 'member' : 'guest')
  if (facts === null) return
  add('referrer-kind', facts.referrerKind)
  add('referrer', facts.referrer)
  add('referrer-page', facts.referrerPage)
  add('words', facts.words)
  add('campaign', facts.campaign)
  add('browser', facts.browser)
  add('system', facts.system)
  add('device', facts.device)
  add('language', facts.language)
  add('app', facts.app)
}

function addPage(sums: DaySums, boardId: number, page: ReadPageRow): void {
  sums.add('page', boardId, page.name, 1, page.views)
  if (page.postId !== null) sums.add('post', boardId, page.postId, 1, page.views)
}

/** A bot that said nothing is named by what it is. */
function addBot(sums: DaySums, visit: WholeVisit, views: number): void {
  sums.add('bot', WHOLE_SITE, visit.class === 'suspected' ? '?' : (visit.facts?.bot ?? 'bot'), 1, views)
  for (const page of visit.pages) sums.add('bot-page', WHOLE_SITE, page.name, 1, page.views)
}

const extreme = (pages: readonly ReadPageRow[], beats: (one: ReadPageRow, other: ReadPageRow) => boolean): ReadPageRow | null =>
  pages.reduce<ReadPageRow | null>((best, page) => (best === null || beats(page, best) ? page : best), null)

function byBoard(pages: readonly ReadPageRow[]): Map<number, ReadPageRow[]> {
  const boards = new Map<number, ReadPageRow[]>()
  for (const page of pages) if (page.boardId !== null) boards.set(page.boardId, [...(boards.get(page.boardId) ?? []), page])
  return boards
}
