import type { Request } from 'autocannon'
import type { Bench } from '../bench.types.ts'
import { costOf } from '../costs.ts'
import { drive } from '../drive.ts'
import type { Finding } from '../findings.ts'
import { get, inTurn } from '../readers.ts'
import { sideBySide } from '../side-by-side.ts'

const BROTLI = { 'accept-encoding': 'gzip, deflate, br' }
const WARM = { atLeast: 0.8 }

/** Pages that every guest sees alike, as browsers ask for them: compressed. */
export async function measureGuests(bench: Bench): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [name, path, goal] of [
    ['guest home', '/', WARM],
    ['guest list, page 1', '/free', WARM],
    ['guest list, page 1,000', `/free?page=${Math.min(1_000, Math.floor(bench.posts / 40))}`, WARM],
    ['guest list, page 60,000', `/free?page=${lastPage(bench)}`, WARM],
    ['guest post', `/free/${Math.floor(bench.posts / 2)}`, WARM],
    ['guest post, 10,000 comments', '/threads/1', WARM],
    ['feed', '/feeds/free.xml', null],
    ['stylesheet', await stylesheetOf(bench), WARM],
  ] as const) {
    found.push(await againstBuffer(bench, name, path, goal))
  }
  found.push(await notChanged(bench))
  return found
}

/** Twenty rows a page. */
export const lastPage = ({ posts }: Bench): number => Math.min(60_000, Math.floor(posts / 20) - 1)

async function againstBuffer(bench: Bench, name: string, path: string, goal: Finding['goal'] | null): Promise<Finding> {
  const reader = inTurn(bench.guests)
  return beside(bench, { name, ...(goal ? { goal } : {}) }, () => get(path, reader(), BROTLI))
}

async function notChanged(bench: Bench): Promise<Finding> {
  const [first] = bench.guests
  const answer = await fetch(`${bench.site.url}/free`, { headers: { ...first?.headers, ...BROTLI } })
  await answer.arrayBuffer()
  const etag = answer.headers.get('etag') ?? ''
  const reader = inTurn(bench.guests)
  return beside(bench, { name: 'guest list, not changed (304)' }, () => get('/free', reader(), { ...BROTLI, 'if-none-match': etag }))
}

/** Beside Express, which sends a Buffer of as many bytes. */
async function beside(bench: Bench, about: Pick<Finding, 'name' | 'goal'>, request: () => Request): Promise<Finding> {
  const { site, floors, paced } = bench
  const size = await bodySize(site.url, request())
  const result = await sideBySide({ url: site.url, request }, { url: floors.express, request: () => ({ path: `/buffer/${size}` }) }, paced)
  const cost = await costOf(site, () => drive({ url: site.url, request, connections: paced.connections, seconds: paced.seconds }))
  return {
    ...about,
    figure: result.figure,
    unit: '/s',
    floor: { name: 'Express, a Buffer', figure: result.floor },
    ratio: result.ratio,
    cost,
    ...(result.failures > 0 ? { note: `${result.failures} failed` } : {}),
  }
}

async function bodySize(url: string, { path = '/', headers = {} }: Request): Promise<number> {
  const answer = await fetch(url + path, { headers })
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`)
  const decoded = (await answer.arrayBuffer()).byteLength
  return Number(answer.headers.get('content-length') ?? decoded)
}

async function stylesheetOf({ site }: Bench): Promise<string> {
  const html = await (await fetch(site.url)).text()
  const path = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1]
  if (path === undefined) throw new Error('the front page names no stylesheet')
  return path
}
