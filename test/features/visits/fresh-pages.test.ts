import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { readPage } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'
import { startWebProcesses, type WebProcess } from '../../support/web-processes.ts'
import { browserAt } from './counting.ts'

const site = useSite()
let nodes: WebProcess[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.kill()
})

const NOON = '2026-11-24T03:00:00.000Z'
/** What the counter promises to whoever reads a page, wherever it was kept. */
const RIGHT_WITHIN_MS = 5_000
const ARRIVALS = 6
/** No divisor of what pages and figures are kept for: arrivals fall anywhere into their lives. */
const BETWEEN_MS = 1_370
const LOOK_EVERY_MS = 60

interface Look {
  at: number
  today: number
  online: number
}

/** Someone who looks at one page of one node all the time, so that it is nearly always answered from memory; a program, that nobody counts. */
function watch(node: WebProcess, path: string) {
  const looks: Look[] = []
  const reader = browserAt(node.url, '203.0.113.99', { headers: { 'user-agent': 'curl/8' } })
  let going = true
  const done = (async () => {
    while (going) {
      const answer = await reader.request(path)
      const page = readPage(answer, await answer.text(), path, [])
      const [today, online] = ['[data-visits=today]', '.counter__online'].map((place) => Number(page.text(place).replace(/\D/g, '')))
      looks.push({ at: performance.now(), today: today ?? 0, online: online ?? 0 })
      await sleep(LOOK_EVERY_MS)
    }
  })()
  return {
    looks,
    async end() {
      going = false
      await done
    },
  }
}

/** How long after its last byte a visit was on every look at the page. */
function delayOf(looks: readonly Look[], visit: number, answeredAt: number): number {
  const behind = looks.filter(({ at, today, online }) => at > answeredAt && Math.min(today, online) < visit)
  return Math.max(0, ...behind.map(({ at }) => at - answeredAt))
}

test('kept pages of both processes tell of every visitor within five seconds, and of nobody twice', async () => {
  nodes = await startWebProcesses(site, 2, NOON)
  const watches = nodes.flatMap((node) => ['/terms', '/privacy'].map((path) => watch(node, path)))
  const answeredAt: number[] = []
  for (let visit = 0; visit < ARRIVALS; visit += 1) {
    await sleep(BETWEEN_MS)
    await browserAt(nodes[visit % 2]?.url ?? '', `203.0.113.${visit}`).get('/login')
    answeredAt.push(performance.now())
  }
  await sleep(RIGHT_WITHIN_MS)
  for (const each of watches) await each.end()

  const delays = watches.flatMap(({ looks }) => answeredAt.map((at, index) => delayOf(looks, index + 1, at)))
  expect(Math.max(...delays)).toBeLessThan(RIGHT_WITHIN_MS)
  for (const { looks } of watches) {
    expect(looks.at(-1)).toMatchObject({ today: ARRIVALS, online: ARRIVALS })
    // Kept for up to three seconds: most looks were answered from memory, or this would show nothing.
    expect(looks.length).toBeGreaterThan(50)
    expect(looks.map(({ today }) => today)).toEqual(looks.map(({ today }) => today).sort((one, other) => one - other))
  }
}, 60_000)
