import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Agent } from '../../support/agent.ts'
import { useSite } from '../../support/site.ts'
import { startWebProcesses, type WebProcess } from '../../support/web-processes.ts'
import { browserAt, dayRows, rollUp, settledDays } from './counting.ts'

const site = useSite()
let nodes: WebProcess[] = []
// This process too takes over what killed ones left: by its clock their day must not be over.
beforeEach(() => site.clock.set(EVENING))
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.kill()
})

const AT_ONCE = 40
const EVENING = '2026-11-24T14:59:00.000Z'
const MORNING = '2026-11-24T15:00:00.000Z'

interface Visitor {
  address: string
  cookie: string | undefined
  pages: number
}

/** Offices of twenty behind each address, all with the same browser. */
const crowd = (count: number): Visitor[] =>
  Array.from({ length: count }, (_, index) => ({
    address: `198.51.${100 + Math.floor(index / 4_000)}.${Math.floor(index / 20) % 200}`,
    cookie: undefined,
    pages: index,
  }))

const views = { sent: 0, answered: 0 }

/** The next page of a visitor, from the other node than the last one; whose line breaks asks again, as a browser does. */
async function readPage(visitor: Visitor): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const node = nodes[visitor.pages % nodes.length]
    visitor.pages += 1
    const browser: Agent = browserAt(node?.url ?? '', visitor.address)
    if (visitor.cookie !== undefined) browser.cookies.set('visitor', visitor.cookie)
    try {
      views.sent += 1
      const answer = await browser.request('/login')
      await answer.arrayBuffer()
      expect(answer.status).toBe(200)
      views.answered += 1
      visitor.cookie = browser.cookies.get('visitor') ?? visitor.cookie
      return
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await sleep(20)
    }
  }
  throw new Error('no node answers')
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

/** Kills one node after the other with no warning, and starts another in its place. */
async function killing(times: number, now: string): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await sleep(700 + 150 * time)
    const [node] = nodes
    const [fresh] = await startWebProcesses(site, 1, now)
    nodes = [...nodes.slice(1), ...(fresh ? [fresh] : [])]
    await node?.kill()
  }
}

/** Nothing waits any more, not even what a killed process left. */
async function allWritten(): Promise<void> {
  const left = async () =>
    (await readdir(join(site.ctx.config.varDir, 'visits'), { recursive: true })).filter((name) => name.endsWith('.jsonl'))
  for (let tries = 0; tries < 300 && (await left()).length > 0; tries += 1) await sleep(100)
  expect(await left()).toEqual([])
}

const countRows = () => site.ctx.db<{ day: string; n: number }>('visits').groupBy('day').orderBy('day').select('day').count({ n: '*' })

test('2,000 first visits at once and 20,000 reloads over two processes, five of them killed, across midnight in Seoul, are exactly 2,000', async () => {
  Object.assign(views, { sent: 0, answered: 0 })
  nodes = await startWebProcesses(site, 2, EVENING)
  const visitors = crowd(2_000)
  await inParallel(reads(visitors, 1))
  await Promise.all([inParallel(reads(visitors, 5)), killing(3, EVENING)])
  // Midnight strikes while the last of them wait to be written.
  await Promise.all(nodes.map((node) => node.setClock(MORNING)))
  const cameBack = visitors.slice(0, 1_200)
  await Promise.all([inParallel(reads(cameBack, 8)), killing(2, MORNING)])
  await inParallel(reads(cameBack.slice(0, 400), 1))

  await allWritten()
  const days = await settledDays(site)
  expect(days.map(({ day, visitors: count }) => [day, count])).toEqual([
    ['2026-11-24', 2_000],
    ['2026-11-25', 1_200],
  ])
  expect(await countRows()).toEqual([
    { day: '2026-11-24', n: 2_000 },
    { day: '2026-11-25', n: 1_200 },
  ])
  // Between what was answered and what was sent lie the pages that a kill cut off, whichever side of the counting they were on.
  const counted = days.reduce((sum, { pageViews }) => sum + pageViews, 0)
  expect(views.answered).toBe(22_000)
  expect(counted).toBeGreaterThanOrEqual(views.answered)
  expect(counted).toBeLessThanOrEqual(views.sent)
}, 180_000)

test('what a process was told before it ends is written', async () => {
  nodes = await startWebProcesses(site, 2, '2026-11-24T03:00:00.000Z')
  const visitors = crowd(30)
  await inParallel(reads(visitors, 1))
  await inParallel(reads(visitors, 1))
  for (const node of nodes.splice(0)) await node.end()
  await rollUp(site)
  expect(await dayRows(site)).toMatchObject([{ day: '2026-11-24', visitors: 30, pageViews: 60 }])
})

test('what a killed process had not written is written by the next one, once', async () => {
  nodes = await startWebProcesses(site, 1, '2026-11-24T03:00:00.000Z')
  const visitors = crowd(60)
  await inParallel(reads(visitors, 1))
  await inParallel(reads(visitors, 1))
  for (const node of nodes.splice(0)) await node.kill()
  nodes = await startWebProcesses(site, 2, '2026-11-24T03:00:00.000Z')
  await allWritten()
  expect(await settledDays(site)).toMatchObject([{ day: '2026-11-24', visitors: 60, pageViews: 120 }])
})
