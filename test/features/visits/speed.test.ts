import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { addFelt, countOf, createSpeedCounts, speedBounds } from '../../../src/features/visits/speed.policy.ts'
import type { FeltPage, SpeedMeasure } from '../../../src/features/visits/speed.types.ts'
import { entryOf, lineOf } from '../../../src/features/visits/visit-line.types.ts'
import { writeVisits } from '../../../src/features/visits/visits.service.ts'
import { aBoard, aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, rollUp, settled } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const NOON = '2026-11-24T03:00:00.000Z'
const PHONE = 'Mozilla/5.0 (Linux; Android 14; SM-S911N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

/** What was counted, as `measure part: bound × times`. */
async function counted(measures: readonly SpeedMeasure[] = ['lcp', 'inp', 'cls']): Promise<string[]> {
  await settled(site)
  const rows = await site.ctx.db('visit_speed').where({ span: 'day' }).whereIn('measure', measures).orderBy(['measure', 'part']).select()
  return rows.map((row) => {
    const counts = Array.from({ length: 16 }, (_, index) => [index, row[`b${index}`]] as const).filter(([, times]) => times > 0)
    const told = counts.map(([index, times]) => `≤${speedBounds[row.measure as SpeedMeasure][index] ?? '∞'} ×${times}`)
    return `${row.measure} ${row.part}: ${told.join(' ')}`
  })
}

const phone = (address: string, headers: Record<string, string> = {}) =>
  browserAt(site.url, address, { headers: { 'user-agent': PHONE, ...headers } })

test('a page that a browser measured is counted by kind of page and of device, once its values are told', async () => {
  site.clock.set(NOON)
  await aBoard(site, { slug: 'free' })
  const reader = phone('203.0.113.1')
  const answer = await reader.post('/visitors/felt', { path: '/free', lcp: '1875', inp: '88', cls: '0.1000', screen: 'phone-dense' })
  expect(JSON.parse(answer.body)).toEqual({ counted: true })
  await phone('203.0.113.2').post('/visitors/felt', { path: '/', lcp: '2500', cls: '0' })
  expect(await counted()).toEqual([
    ...['cls all: ≤0.005 ×1 ≤0.1 ×1', 'cls front: ≤0.005 ×1', 'cls list: ≤0.1 ×1', 'cls phone: ≤0.005 ×1 ≤0.1 ×1'],
    ...['inp all: ≤100 ×1', 'inp list: ≤100 ×1', 'inp phone: ≤100 ×1'],
    ...['lcp all: ≤2000 ×1 ≤2500 ×1', 'lcp front: ≤2500 ×1', 'lcp list: ≤2000 ×1', 'lcp phone: ≤2000 ×1 ≤2500 ×1'],
  ])
})

test('a screen is counted as a visitor each time that a browser tells it', async () => {
  site.clock.set(NOON)
  const reader = phone('203.0.113.1')
  await reader.get('/terms')
  for (const fields of [{ screen: 'phone-dense' }, {}, { screen: 'wide' }])
    await reader.post('/visitors/felt', { path: '/terms', cls: '0', ...fields })
  await settled(site)
  await rollUp(site)
  const sums = await site.ctx.db('visit_sums as s').join('visit_names as n', 'n.id', 's.nameId').where({ kind: 'screen' }).orderBy('n.name')
  expect(sums.map(({ name, visitors, views, boardId }) => [name, visitors, views, boardId])).toEqual([
    ['phone-dense', 1, 1, 0],
    ['wide', 1, 1, 0],
  ])
})

test.each<[string, Record<string, string>]>([
  ['nothing measured', { path: '/' }],
  ['no page', { lcp: '100' }],
  ['a page elsewhere', { path: 'https://example.org/', lcp: '100' }],
  ['a board that there is not', { path: '/nowhere', lcp: '100' }],
  ['a wait of days', { path: '/', lcp: '999999' }],
  ['a wait before the page', { path: '/', inp: '-5' }],
  ['no number', { path: '/', cls: 'NaN' }],
  ['a number as nobody writes it', { path: '/', lcp: '1e3' }],
  ['a page that jumped a hundred windows', { path: '/', cls: '100' }],
  ['a screen that we never named', { path: '/', cls: '0', screen: '1024x768' }],
  ['more than was asked for', { path: '/', cls: '0', visitor: 'somebody' }],
])('%s is refused', async (_what, fields) => {
  site.clock.set(NOON)
  expect((await phone('203.0.113.1').post('/visitors/felt', fields)).status).toBe(404)
  expect(await counted()).toEqual([])
})

test('a body that is larger than measures ever are is not read, and one that is no form is nothing', async () => {
  site.clock.set(NOON)
  const reader = phone('203.0.113.1')
  expect((await reader.post('/visitors/felt', { path: '/', cls: '0', screen: 'x'.repeat(2_000) })).status).toBe(413)
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: '{"path":"/","cls":0}',
  }
  expect((await reader.request('/visitors/felt', init)).status).toBe(404)
  expect(await counted()).toEqual([])
})

test('what another site sends is refused', async () => {
  const answer = await phone('203.0.113.1').post('/visitors/felt', { path: '/', cls: '0' }, { 'sec-fetch-site': 'cross-site' })
  expect(answer.status).toBe(403)
  expect(await counted()).toEqual([])
})

test.each<[string, Record<string, string>]>([
  ['whoever wants no part in measurements (Global Privacy Control)', { 'sec-gpc': '1' }],
  ['whoever does not want to be tracked', { dnt: '1' }],
  ['a bot', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
])('%s is measured nowhere', async (_who, headers) => {
  site.clock.set(NOON)
  const answer = await phone('203.0.113.1', headers).post('/visitors/felt', { path: '/', cls: '0', screen: 'phone' })
  expect([answer.status, answer.body]).toEqual([200, '{"counted":false}'])
  expect(await counted()).toEqual([])
})

test('members tell by the token of their page, as with all that they send; whom the owner leaves out of the counter is measured nowhere', async () => {
  site.clock.set(NOON)
  const tell = async ({ agent }: Awaited<ReturnType<typeof aMember>>, token: boolean) => {
    agent.headers['x-csrf-token'] = ''
    const csrf = (await agent.get('/terms')).root.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    const answer = await agent.post('/visitors/felt', { path: '/terms', cls: '0', ...(token ? { _csrf: csrf } : {}) })
    return `${answer.status} ${answer.status === 200 ? answer.body : ''}`
  }
  const member = await aMember(site, '새봄')
  expect(await tell(member, false)).toBe('403 ')
  expect(await tell(member, true)).toBe('200 {"counted":true}')
  expect(await tell(await aMember(site, '관리자', { level: 9 }), true)).toBe('200 {"counted":false}')
  await changeSettings(site.ctx, guest, { visitUncountedAddresses: '203.0.113.0/24' })
  expect((await phone('203.0.113.1').post('/visitors/felt', { path: '/', cls: '0' })).body).toBe('{"counted":false}')
  expect(await counted()).toEqual(expect.arrayContaining([expect.stringMatching(/^cls all: .* ×1$/)]))
})

test('one network tells no more than people there can read', async () => {
  const statuses = new Set<number>()
  for (let page = 0; page < 62; page += 1)
    statuses.add((await phone(`203.0.113.${page}`).post('/visitors/felt', { path: '/', cls: '0' })).status)
  expect([...statuses]).toEqual([200, 429])
})

test('how long a page took to answer is counted by kind of page: of pages, not of files, forms and what is missing', async () => {
  site.clock.set(NOON)
  await aBoard(site, { slug: 'free' })
  // Pages of the tests before may still be on their way.
  await settled(site)
  await site.ctx.db('visit_speed').delete()
  const reader = phone('203.0.113.1')
  for (const path of ['/', '/free', '/terms', '/terms', '/nothing-here', '/visitors.json', '/day.svg']) await reader.get(path)
  await reader.post('/visitors/felt', { path: '/', cls: '0' })
  const times = (await counted(['server'])).map((line) => {
    const [what = '', ...counts] = line.split(': ')
    return `${what} ${[...counts.join().matchAll(/×(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0)}`
  })
  expect(times).toEqual(['server all 4', 'server front 1', 'server list 1', 'server other 2'])
})

test('every value falls between the bounds that hold it, and the lines of Google are bounds', () => {
  for (const [measure, bounds] of Object.entries(speedBounds) as [SpeedMeasure, readonly number[]][]) {
    expect([...bounds].sort((one, other) => one - other)).toEqual(bounds)
    for (const [index, bound] of bounds.entries())
      expect([countOf(measure, bound), countOf(measure, bound + 0.0001)]).toEqual([index, index + 1])
  }
  const drawn: [SpeedMeasure, number[]][] = [
    ['lcp', [2_500, 4_000]],
    ['inp', [200, 500]],
    ['cls', [0.1, 0.25]],
  ]
  for (const [measure, lines] of drawn) expect(speedBounds[measure]).toEqual(expect.arrayContaining(lines))
})

test('what could not be written comes back and is told once', () => {
  const counts = createSpeedCounts()
  counts.add('server', '2026-11-24', 3, ['front'])
  const taken = counts.take()
  expect(counts.take()).toEqual([])
  counts.add('server', '2026-11-24', 3, [])
  counts.addRows(taken)
  const rows = counts.take()
  expect(rows.map(({ part, counts: [, second] }) => [part, second])).toEqual([
    ['all', 2],
    ['front', 1],
  ])
})

test('a batch that is written again, because its COMMIT lost its answer, counts once; what waits on the disk comes back as it was', async () => {
  const page: FeltPage = {
    day: '2026-11-24',
    hour: 12,
    page: 'post',
    device: 'phone',
    screen: 'phone-dense',
    values: { lcp: 1_200, cls: 0.0125 },
  }
  expect(entryOf(lineOf({ felt: page }))).toEqual({ felt: page })
  const counts = createSpeedCounts()
  addFelt(counts, page)
  const batch = { mark: randomUUID(), settledMark: null, days: new Map(), ways: new Map(), events: [], gaps: [], speed: counts.take() }
  for (let times = 0; times < 2; times += 1) await writeVisits(site.ctx, batch)
  expect(await counted(['lcp'])).toEqual(['lcp all: ≤1300 ×1', 'lcp phone: ≤1300 ×1', 'lcp post: ≤1300 ×1'])
})
