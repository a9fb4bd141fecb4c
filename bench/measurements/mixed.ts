import { randomBytes, randomInt } from 'node:crypto'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request } from 'autocannon'
import type { Bench } from '../bench.types.ts'
import { costOf } from '../costs.ts'
import type { Finding } from '../findings.ts'
import { ask, driveOpen, type Kept, percentile } from '../open-loop.ts'
import { type BenchMember, get, inTurn, membersOf, post } from '../readers.ts'
import { lastPage } from './guests.ts'

const BROTLI = { 'accept-encoding': 'gzip, deflate, br' }
/** Not those who write elsewhere: each may send sixty texts in ten minutes. */
const FIRST_WRITER = 151
const KEEPS_UP = { share: 0.97, p99: 1_000 }
const GROWS_BY = 1.4
const HIGHEST = 20_000
const PROBES_A_SECOND = 50

/**
 * A day of a site in little: 90 of 100 who ask are guests, 8 are members, 2 write. They come by chance and at a fixed rate, which is raised until the site
 * no longer keeps up; what it is like to read there is measured at half of the highest.
 */
export async function measureMixedDay(bench: Bench): Promise<Finding[]> {
  const { site, quick } = bench
  const request = mixedDay(bench, await membersOf(site.url, quick ? 20 : 60, FIRST_WRITER))
  await driveOpen({ url: site.url, rate: 50, seconds: 1, request })
  const highest = await highestRate(({ rate }) => driveOpen({ url: site.url, rate, seconds: quick ? 1 : 4, request }), quick)
  const rate = highest / 2
  const probe = startProbe(site.url)
  let half: Kept | undefined
  const cost = await costOf(site, async () => {
    half = await driveOpen({ url: site.url, rate, seconds: quick ? 2 : 30, request })
    return half
  })
  const lag = await probe.stop()
  const failed = half && half.failures > 0 ? `, ${half.failures} failed: ${JSON.stringify(half.statuses)}` : ''
  const goal = (atMost: number) => (quick ? {} : { goal: { atMost } })
  return [
    { name: 'mixed day, highest rate', figure: highest, unit: '/s' },
    {
      ...{ name: 'mixed day, p99 at half of it', figure: half?.p99 ?? Number.NaN, unit: 'ms' as const, ...goal(50), cost },
      note: `at ${rate.toFixed(0)}/s, p50 ${half?.p50.toFixed(1)} ms${failed}`,
    },
    {
      ...{ name: 'mixed day, event-loop lag p99 there', figure: percentile(lag, 0.99), unit: 'ms' as const, ...goal(20) },
      note: `of ${lag.length} small requests, median ${percentile(lag, 0.5).toFixed(1)} ms`,
    },
  ]
}

/** By steps; from the last at which it kept up, half a step more. */
async function highestRate(run: (step: { rate: number }) => Promise<Kept>, quick: boolean): Promise<number> {
  const keepsUp = async (rate: number) => {
    const kept = await run({ rate })
    return kept.rate >= rate * KEEPS_UP.share && kept.p99 < KEEPS_UP.p99
  }
  let highest = 0
  for (let rate = quick ? 200 : 100; rate < HIGHEST && (!quick || rate <= 400); rate *= GROWS_BY) {
    // Once more, for whatever else the machine had to do just then.
    if (!((await keepsUp(rate)) || (!quick && (await keepsUp(rate))))) break
    highest = rate
  }
  const between = highest * Math.sqrt(GROWS_BY)
  if (!quick && (await keepsUp(between))) highest = between
  return highest || 50
}

/** How long the smallest request waits for its turn: that is how long the event loop is held up. */
function startProbe(url: string) {
  const agent = new http.Agent({ keepAlive: true })
  const found: number[] = []
  let running = true
  const probing = (async () => {
    while (running) {
      const begun = performance.now()
      await ask(url, agent, { path: '/healthz' }).catch(() => {})
      found.push(performance.now() - begun)
      await sleep(1_000 / PROBES_A_SECOND)
    }
  })()
  return {
    async stop() {
      running = false
      await probing
      agent.destroy()
      return found
    },
  }
}

/** In shares of a thousand. */
function mixedDay(bench: Bench, writers: readonly BenchMember[]): () => Request {
  const { guests, members, posts } = bench
  const guest = inTurn(guests)
  const member = inTurn(members)
  const writer = inTurn(writers)
  const number = () => posts + 1 - popular(posts)
  const page = (path: string) => () => get(path, guest(), BROTLI)
  const kinds: [number, () => Request][] = [
    [135, page('/')],
    [270, page('/free')],
    [90, () => page(`/free?page=${1 + popular(lastPage(bench) - 1)}`)()],
    [360, () => page(`/free/${number()}`)()],
    [18, () => get(`/search?board=free&q=${encodeURIComponent(words())}`, guest(), { ...BROTLI, 'x-forwarded-for': anyAddress() })],
    [27, page('/feeds/free.xml')],
    [40, () => get('/free', member(), BROTLI)],
    [40, () => get(`/free/${number()}`, member(), BROTLI)],
    [13, () => post(`/free/${number()}/comments`, writer(), { submissionKey: newKey(), body: '저도 그 길을 **좋아합니다**. 또 가요.' })],
    [3, () => post('/free/write', writer(), { submissionKey: newKey(), title: '강가를 걸은 저녁', body: '바람이 시원했습니다.' })],
    [4, () => post(`/free/${number()}/vote`, member(), { vote: 'up' })],
  ]
  return () => {
    let at = randomInt(1_000)
    for (const [share, make] of kinds) {
      if (at < share) return make()
      at -= share
    }
    throw new Error('the shares are not a thousand')
  }
}

/** The first of so many twice as often as the second, and so on: nearly as often as one over its place. */
const popular = (count: number): number => Math.min(count, Math.floor(Math.exp(Math.random() * Math.log(count + 1))))
const newKey = () => randomBytes(16).toString('hex')
const words = inTurn(['바다', '고양이', '여행', '커피', '아침', '산책', '사진', '음악'])
let searched = 0
const anyAddress = () => `10.201.${(++searched >> 8) & 255}.${searched & 255}`
