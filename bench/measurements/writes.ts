import { randomBytes, randomInt } from 'node:crypto'
import type { Request } from 'autocannon'
import sharp from 'sharp'
import type { Bench } from '../bench.types.ts'
import { BENCH_MEMBERS, benchLogin, PASSWORD } from '../corpora.ts'
import { costOf } from '../costs.ts'
import { drive } from '../drive.ts'
import { type Finding, median } from '../findings.ts'
import { addressOf, type BenchMember, get, inTurn, membersOf, post } from '../readers.ts'
import { type SideBySide, sideBySide } from '../side-by-side.ts'

/** A few sentences, with what Markdown finds to do in most of them. */
const BODY = [
  '오늘 저녁에 다 같이 걸었던 **강가**가 참 좋았습니다.',
  '- 물이 맑았고\n- 바람이 시원했습니다',
  '다음에도 [같은 길](https://example.org/walk)로 가면 좋겠습니다. 사진은 내일 올리겠습니다. 함께해 주신 분들께 고맙습니다.',
].join('\n\n')
const TITLE = '강가를 걸은 저녁'
const HALF = { atLeast: 0.5 }
/** Passwords are compared two at a time. */
const LOG_INS_AT_ONCE = 4
/** A vote that was given before is given again now and then. */
const MOST = 0.9

interface Write {
  name: string
  request: () => Request
  /** Whether this is the answer of one that was done. */
  done: (answer: Response) => boolean
  goal?: Finding['goal']
  /** What grows by one row with each. */
  table?: string
  /** Beside the least that a change costs: a form is read, two rows go into one transaction, and the answer leaves when both are safe. */
  beside?: 'two rows'
  connections?: number
}

export async function measureWrites(bench: Bench): Promise<Finding[]> {
  // Each may send sixty posts in ten minutes: fewer members would be slowed, and that is fast.
  const members = await membersOf(bench.site.url, bench.quick ? 20 : BENCH_MEMBERS)
  const found: Finding[] = []
  for (const write of [...textWrites({ ...bench, members }), ...(await otherWrites({ ...bench, members }))])
    found.push(await measure(bench, write))
  return found
}

function textWrites({ members, posts }: Bench): Write[] {
  const member = inTurn(members)
  const anywhere = () => randomInt(1, posts + 1)
  const comment = (path: string) => post(path, member(), { submissionKey: newKey(), body: BODY })
  const beside = 'two rows'
  return [
    {
      ...{ name: 'write post', goal: HALF, table: 'posts', beside, done: leadsTo(/^\/free\/\d+$/) },
      request: () => post('/free/write', member(), { submissionKey: newKey(), title: TITLE, body: BODY }),
    },
    {
      ...{ name: 'comment', goal: HALF, table: 'comments', beside, done: leadsTo(/#comment-\d+$/) },
      request: () => comment(`/free/${anywhere()}/comments`),
    },
    {
      ...{ name: 'comment, all on one post', table: 'comments', beside, done: leadsTo(/#comment-\d+$/) },
      request: () => comment('/threads/2/comments'),
    },
    {
      ...{ name: 'vote', table: 'post_votes', beside, done: leadsTo(/#votes$/) },
      request: () => post(`/free/${anywhere()}/vote`, members[randomInt(members.length)] as BenchMember, { vote: 'up' }),
    },
  ]
}

async function otherWrites({ members, guests }: Bench): Promise<Write[]> {
  const member = inTurn(members)
  const picture = await pictureForm()
  // Each from an address of its own, and without a cookie.
  const { cookie: _, ...headers } = guests[0]?.headers ?? {}
  let visitor = randomInt(1 << 22, 1 << 23)
  const newcomer = () => ({ token: '', headers: { ...headers, 'x-forwarded-for': addressOf(visitor++) } })
  return [
    {
      ...{ name: 'upload of a small picture', table: 'files', beside: 'two rows', done: ({ status }) => status === 201 },
      request() {
        const { headers: own, token } = member()
        return {
          method: 'POST',
          path: '/uploads',
          body: picture.body,
          headers: { ...own, 'x-csrf-token': token, 'content-type': picture.type },
        }
      },
    },
    {
      ...{ name: 'log-in, hash of full cost', connections: LOG_INS_AT_ONCE, done: leadsTo(/^\/$/) },
      request: () => post('/login', newcomer(), { login: benchLogin(0), password: PASSWORD }),
    },
    {
      ...{ name: "counter's first visit", done: ({ ok, headers }) => ok && headers.getSetCookie().length > 0 },
      request: () => get('/free', newcomer()),
    },
  ]
}

const newKey = () => randomBytes(16).toString('hex')

const leadsTo = (path: RegExp) => (answer: Response) => answer.status === 303 && path.test(answer.headers.get('location') ?? '')

async function measure(bench: Bench, { request, done, table, beside, ...about }: Write): Promise<Finding> {
  const { site } = bench
  const { name, goal, connections = bench.paced.connections } = about
  await proveOne(site.url, name, request(), done)
  const before = await rowsOf(bench, table)
  const driven = { url: site.url, request }
  const paced = { ...bench.paced, connections }
  const result: Partial<SideBySide> & Alone = await (beside ? sideBySide(driven, floorOf(bench), paced) : alone(driven, paced))
  let answers = 0
  const cost = await costOf(site, async () => {
    const burst = await drive({ ...driven, ...paced })
    answers = burst.answers - burst.failures
    return burst
  })
  const added = (await rowsOf(bench, table)) - before
  if (table !== undefined && added < answers * MOST) throw new Error(`${name}: ${added} rows of ${answers} answers`)
  return {
    ...{ name, figure: result.figure, unit: '/s', cost },
    ...(goal ? { goal } : {}),
    ...(result.floor ? { ratio: result.ratio ?? Number.NaN, floor: { name: 'Express, two rows', figure: result.floor } } : {}),
    note: `p99 ${result.p99.toFixed(0)} ms${result.failures > 0 ? `, ${result.failures} failed` : ''}`,
  }
}

/** Before many are sent: that one does what it should. */
async function proveOne(url: string, name: string, { path = '/', method = 'GET', headers = {}, body }: Request, done: Write['done']) {
  const answer = await fetch(url + path, { method, headers, body: body as string | Buffer<ArrayBuffer>, redirect: 'manual' })
  await answer.arrayBuffer()
  if (!done(answer)) throw new Error(`${name}: ${path} answered ${answer.status}, to ${answer.headers.get('location')}`)
}

const rowsOf = async ({ site }: Bench, table: string | undefined): Promise<number> =>
  table === undefined ? 0 : Number((await site.sql(table).count({ rows: '*' }).first())?.['rows'])

const floorOf = ({ floors }: Bench) => ({
  url: floors.express,
  request: (): Request => ({
    method: 'POST',
    path: '/write',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ title: TITLE, body: BODY }).toString(),
  }),
})

type Alone = Pick<SideBySide, 'figure' | 'p99' | 'failures'>

/** What has no floor. */
async function alone(
  driven: Parameters<typeof sideBySide>[0],
  { rounds, seconds, connections }: Parameters<typeof sideBySide>[2],
): Promise<Alone> {
  const turns = []
  for (let round = 0; round < rounds; round += 1) turns.push(await drive({ ...driven, seconds, connections }))
  return {
    figure: median(turns.map(({ rate }) => rate)),
    p99: median(turns.map(({ p99 }) => p99)),
    failures: turns.reduce((sum, { failures }) => sum + failures, 0),
  }
}

/** As a script of the page sends it. */
async function pictureForm(): Promise<{ type: string; body: Buffer }> {
  const png = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer()
  const boundary = '----bench-of-madang'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="images"; filename="강가.png"\r\nContent-Type: image/png\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
