import type { Request } from 'autocannon'
import type { Bench } from '../bench.types.ts'
import { besideExpress } from '../beside-floor.ts'
import type { Finding } from '../findings.ts'
import { get, inTurn } from '../readers.ts'
import { spread } from '../spread.ts'
import { lastPage } from './guests.ts'

const COLD = { atLeast: 0.5 }
const MEMBER = { atLeast: 0.35 }
/** Bytes of a page around its twenty rows. */
const FILLER = 24_000

/** Pages that must be made: each asked for once, or a member's own. Not compressed, as the floor isn't. */
export async function measureMadePages(bench: Bench): Promise<Finding[]> {
  const guest = inTurn(bench.guests)
  const member = inTurn(bench.members)
  const pages = spread(1, lastPage(bench))
  const posts = spread(1, bench.posts)
  const near = spread(2, Math.ceil(lastPage(bench) * 0.1))
  const compressed = spread(1, lastPage(bench))
  const far = spread(Math.floor(lastPage(bench) * 0.9), lastPage(bench))
  const made: [string, Finding['goal'] | null, () => Request][] = [
    ['guest list, cold, any page', COLD, () => get(`/free?page=${pages()}`, guest())],
    ['guest list, cold, first pages', COLD, () => get(`/free?page=${near()}`, guest())],
    ['guest list, cold, last pages', COLD, () => get(`/free?page=${far()}`, guest())],
    ['guest list, cold, any page, brotli', null, () => get(`/free?page=${compressed()}`, guest(), { 'accept-encoding': 'br' })],
    ['guest post, cold, any', COLD, () => get(`/free/${posts()}`, guest())],
    ['member list, page 1', MEMBER, () => get('/free', member())],
    ['member list, any page', null, () => get(`/free?page=${pages()}`, member())],
    ['member post', MEMBER, () => get(`/free/${posts()}`, member())],
    ['member search in a board', null, () => get(`/search?board=free&q=${encodeURIComponent(`${words()} ${others()}`)}`, member())],
  ]
  const found: Finding[] = []
  for (const [name, goal, request] of made)
    found.push(await besideExpress(bench, { name, goal }, request, { name: 'Express, EJS, a statement', path: `/rows/${FILLER}` }))
  return found
}

const words = inTurn(['바다', '고양이', '여행', '커피', '아침', '산책', '사진', '음악'])
const others = inTurn(['오늘', '처음', '친구', '가게', '주말', '저녁', '동네'])
