import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { openVisitRecorder, type VisitRecorder } from '../../../src/features/visits/visit-recorder.service.ts'
import { newVisitor } from '../../../src/features/visits/visitor-cookie.service.ts'
import { originOf } from '../../../src/features/visits/visits.service.ts'
import type { Visit } from '../../../src/features/visits/visits.types.ts'
import { type OpenContext, openContext } from '../../../src/open-context.ts'
import { type DatabaseLine, openDatabaseLine } from '../../support/database-line.ts'
import { untilReady, useSite } from '../../support/site.ts'
import { dayRows, rollUp, settled, settledDays } from './counting.ts'

const site = useSite()
let line: DatabaseLine
let ctx: OpenContext
let recorder: VisitRecorder

beforeEach(async () => {
  line = await openDatabaseLine(site.ctx.config.databaseUrl ?? '')
  ctx = await openContext({ ...site.ctx.config, databaseUrl: line.url }, 'test', { clock: site.clock, log: site.ctx.log })
  await untilReady(ctx)
  recorder = openVisitRecorder(ctx)
})

afterEach(async () => {
  await ctx.close()
  await line.close()
})

const NOON = '2026-11-24T03:00:00.000Z'

const originOfAddress = (address: string) => originOf(site.ctx, '2026-11-24', address, 'Browser')

function aVisit(changes: Partial<Visit> = {}): Visit {
  const at = site.clock.now()
  return {
    ...{ day: '2026-11-24', hour: 12, at, visitor: newVisitor(at).id, stranger: true, origin: originOfAddress('203.0.113.1') },
    ...{
      maskedAddress: '203.0.113.*',
      class: 'person',
      by: 'page',
      member: false,
      cameBefore: false,
      facts: null,
      proved: false,
      counts: true,
    },
    page: { name: '/terms', boardSlug: null, postId: null },
    ...changes,
  }
}

const visitsOf = (count: number) => Array.from({ length: count }, (_, index) => aVisit({ origin: originOfAddress(`2001:db8::${index}`) }))

test.each(['its answer', 'itself'] as const)('when a COMMIT loses %s, every visit and every page view counts once', async (which) => {
  site.clock.set(NOON)
  for (const visit of visitsOf(20)) recorder.record(visit)
  await settled(site)
  line.loseNextCommit(which)
  for (const visit of visitsOf(30)) recorder.record(visit)
  await sleep(1_500)
  for (const visit of visitsOf(5)) recorder.record(visit)
  // The same twenty addresses are among the thirty.
  expect(await settledDays(site)).toEqual([{ day: '2026-11-24', visitors: 30, pageViews: 55 }])
})

test('while the database is away visits wait, and count when it is back, for the day that they were made on', async () => {
  site.clock.set('2026-11-24T14:59:58.000Z')
  recorder.record(aVisit())
  await settled(site)
  line.cut()
  for (const visit of visitsOf(700)) recorder.record(visit)
  site.clock.set('2026-11-24T15:00:03.000Z')
  for (const visit of visitsOf(40)) recorder.record({ ...visit, day: '2026-11-25' })
  await sleep(1_000)
  expect(await dayRows(site)).toEqual([{ day: '2026-11-24', visitors: 1, pageViews: 1 }])
  line.mend()
  await sleep(2_500)
  expect(await settledDays(site)).toEqual([
    { day: '2026-11-24', visitors: 701, pageViews: 701 },
    { day: '2026-11-25', visitors: 40, pageViews: 40 },
  ])
})

test('there is room for ten thousand who wait; more are not invented afterwards', async () => {
  site.clock.set(NOON)
  line.cut()
  for (const visit of visitsOf(10_200)) recorder.record(visit)
  line.mend()
  await recorder.close(15_000)
  await rollUp(site)
  const [row] = await dayRows(site)
  // A batch may have been taken in hand before the room was full.
  expect(row?.visitors).toBeGreaterThanOrEqual(10_000)
  expect(row?.visitors).toBeLessThanOrEqual(10_500)
  expect(row?.pageViews).toBe(row?.visitors)
})

test('a page is served when its visit can not be written, and closing does not wait for ever', async () => {
  site.clock.set(NOON)
  const app = createApp(ctx)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/login`
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', accept: 'text/html' }
  expect((await fetch(url, { headers })).status).toBe(200)
  line.cut()
  // Settings, boards and figures are remembered for a moment: the page needs nothing else.
  expect((await fetch(url, { headers })).status).toBe(200)
  server.close()
  const startedAt = performance.now()
  await ctx.close()
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
