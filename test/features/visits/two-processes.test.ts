import { afterEach, expect, test } from 'vitest'
import type { Agent } from '../../support/agent.ts'
import { useSite } from '../../support/site.ts'
import { startWebProcesses, type WebProcess } from '../../support/web-processes.ts'
import { browserAt, dayRows, rollUp, settledDays } from './counting.ts'

const site = useSite()
let nodes: WebProcess[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.kill()
})

const VISITORS = 500
const AT_ONCE = 40

/** Offices of twenty behind each address, all with the same browser; every page from either node. */
const crowd = (urls: string[]): Visitor[] =>
  Array.from({ length: VISITORS }, (_, index) => ({
    number: index,
    browsers: urls.map((url) => browserAt(url, `198.51.100.${Math.floor(index / 20)}`)),
    pages: index,
  }))

interface Visitor {
  number: number
  browsers: Agent[]
  pages: number
}

/** The next page of a visitor, from the other node than the last one, with the cookie of both. */
async function readPage(visitor: Visitor): Promise<void> {
  const browser = visitor.browsers[visitor.pages % visitor.browsers.length]
  visitor.pages += 1
  const answer = await browser?.request('/login')
  expect(answer?.status).toBe(200)
  await answer?.arrayBuffer()
  const cookie = browser?.cookies.get('visitor')
  if (cookie) for (const other of visitor.browsers) other.cookies.set('visitor', cookie)
}

async function inParallel(work: (() => Promise<void>)[]): Promise<void> {
  const waiting = [...work]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next()
    }),
  )
}

const reads = (visitors: Visitor[], times: number) =>
  Array.from({ length: times }, () => visitors)
    .flat()
    .map((visitor) => () => readPage(visitor))

test('500 first visits at once and 5,000 reloads over two processes, across midnight in Seoul, are exactly 500', async () => {
  nodes = await startWebProcesses(site, 2, '2026-11-24T14:59:00.000Z')
  const visitors = crowd(nodes.map(({ url }) => url))

  await inParallel(reads(visitors, 1))
  await inParallel(reads(visitors, 5))
  // Midnight strikes while the last of them wait to be written.
  await Promise.all(nodes.map((node) => node.setClock('2026-11-24T15:00:00.000Z')))
  const cameBack = visitors.slice(0, 300)
  await inParallel(reads(cameBack, 8))
  await inParallel(reads(cameBack.slice(0, 100), 1))

  expect(await settledDays(site)).toEqual([
    { day: '2026-11-24', visitors: 500, pageViews: 3_000 },
    { day: '2026-11-25', visitors: 300, pageViews: 2_500 },
  ])
  const rows = await site.ctx.db<{ day: string; n: number }>('visits').groupBy('day').orderBy('day').select('day').count({ n: '*' })
  expect(rows).toEqual([
    { day: '2026-11-24', n: 500 },
    { day: '2026-11-25', n: 300 },
  ])
}, 120_000)

test('what a process was told before it ends is written', async () => {
  nodes = await startWebProcesses(site, 2, '2026-11-24T03:00:00.000Z')
  const visitors = crowd(nodes.map(({ url }) => url)).slice(0, 30)
  await inParallel(reads(visitors, 1))
  await inParallel(reads(visitors, 1))
  for (const node of nodes.splice(0)) await node.end()
  await rollUp(site)
  expect(await dayRows(site)).toMatchObject([{ day: '2026-11-24', visitors: 30, pageViews: 60 }])
})
