import type { Request } from 'autocannon'
import type { Bench } from '../bench.types.ts'
import { besideExpress } from '../beside-floor.ts'
import type { Finding } from '../findings.ts'
import { get, inTurn } from '../readers.ts'

const BROTLI = { 'accept-encoding': 'gzip, deflate, br' }
const WARM = { atLeast: 0.8 }

/** Pages that every guest sees alike, beside Express sending a Buffer of as many bytes; whole first, then compressed, as browsers ask for them. */
export async function measureGuests(bench: Bench): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [name, path, goal, headers] of [
    ['guest home', '/', WARM, {}],
    ['guest list, page 1', '/free', WARM, {}],
    ['guest list, page 1,000', `/free?page=${Math.min(1_000, Math.floor(bench.posts / 40))}`, WARM, {}],
    [`guest list, page ${lastPage(bench).toLocaleString('en')}`, `/free?page=${lastPage(bench)}`, WARM, {}],
    ['guest post', `/free/${Math.floor(bench.posts / 2)}`, WARM, {}],
    ['guest post with 10,000 comments', '/threads/1', null, {}],
    ['guest list, page 1, brotli', '/free', null, BROTLI],
    ['guest post, brotli', `/free/${Math.floor(bench.posts / 2)}`, null, BROTLI],
    ['feed', '/feeds/free.xml', null, BROTLI],
    ['stylesheet, brotli', await stylesheetOf(bench), null, BROTLI],
    ['guest list, not changed (304)', '/free', null, { ...BROTLI, 'if-none-match': await etagOf(bench, '/free') }],
  ] as const) {
    const reader = inTurn(bench.guests)
    const request = () => get(path, reader(), headers)
    const size = await bodySize(bench.site.url, request())
    found.push(await besideExpress(bench, { name, goal }, request, { name: 'Express, a Buffer', path: `/buffer/${size}` }))
  }
  return found
}

/** Twenty rows a page: 60,000 of the GnuBoard is our last but one, for it showed fifteen. */
export const lastPage = ({ posts }: Pick<Bench, 'posts'>): number => Math.min(60_000, Math.floor(posts / 20) - 1)

async function bodySize(url: string, { path = '/', headers = {} }: Request): Promise<number> {
  // Told nothing, fetch asks for it compressed.
  const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity', ...headers } })
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`)
  const decoded = (await answer.arrayBuffer()).byteLength
  return answer.status === 304 ? 1 : Number(answer.headers.get('content-length') ?? decoded)
}

async function stylesheetOf({ site }: Bench): Promise<string> {
  const html = await (await fetch(site.url)).text()
  const path = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1]
  if (path === undefined) throw new Error('the front page names no stylesheet')
  return path
}

async function etagOf({ site, guests }: Bench, path: string): Promise<string> {
  const answer = await fetch(site.url + path, { headers: { ...guests[0]?.headers, ...BROTLI } })
  await answer.arrayBuffer()
  return answer.headers.get('etag') ?? ''
}
