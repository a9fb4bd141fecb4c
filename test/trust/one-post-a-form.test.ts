import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Agent, createAgent } from '../support/agent.ts'
import { aMember, firstBoards, type Person } from '../support/factories.ts'
import { useSite } from '../support/site.ts'
import { startWebProcesses, type WebProcess } from '../support/web-processes.ts'

/** TRUST §3: what comes twice is stored once, whichever process takes it and whatever becomes of that one. */
const site = useSite()
const running = new Set<WebProcess>()
let mina: Person

beforeEach(async () => {
  await firstBoards(site)
  mina = await aMember(site, '미나')
})

afterEach(async () => {
  for (const web of running) await web.end()
  running.clear()
})

async function start(count: number): Promise<WebProcess[]> {
  const started = await startWebProcesses(site, count, new Date().toISOString())
  for (const web of started) running.add(web)
  return started
}

/** The same member's browser, led to this process. */
function browserAt({ url }: Pick<WebProcess, 'url'>): Agent {
  const agent = createAgent(url)
  for (const [name, value] of mina.agent.cookies) agent.cookies.set(name, value)
  return agent
}

const titles = () => site.ctx.db('posts').orderBy('number').pluck('title')
const openDrafts = () => site.ctx.db('drafts').whereNull('endedAt')

test('fifty equal forms at once over two processes make one post, and every answer leads to it', async () => {
  const agents = (await start(2)).map(browserAt)
  const form = await mina.agent.get('/free/write')
  const fields = { title: '한 번만', body: '두 대가 함께 받은 글' }
  const pages = await Promise.all(Array.from({ length: 50 }, (_, n) => (agents[n % 2] as Agent).submit(form, '#post-form', { ...fields })))
  expect(new Set(pages.map(({ status, path }) => `${status} ${path}`))).toEqual(new Set(['200 /free/1']))
  expect(await titles()).toEqual(['한 번만'])
  expect(await openDrafts()).toEqual([])
}, 60_000)

test('a form that is sent again after its process was killed under it makes one post, not none and not two', async () => {
  const form = await mina.agent.get('/free/write')
  for (const [round, after] of [0, 4, 9, 15, 25, 40].entries()) {
    const [web] = await start(1)
    if (!web) throw new Error('no process')
    const agent = browserAt(web)
    const fields = {
      title: `${round}번째`,
      body: '전원이 나가도 한 번만',
      submissionKey: String(round).padStart(32, '0'),
      draft: String(round).padStart(32, 'a'),
    }
    const sent = Array.from({ length: 5 }, () => agent.submit(form, '#post-form', { ...fields }).catch(() => null))
    await sleep(after)
    await web.kill()
    running.delete(web)
    await Promise.all(sent)
    const again = await mina.agent.submit(form, '#post-form', { ...fields })
    expect([again.status, again.path]).toEqual([200, `/free/${round + 1}`])
  }
  expect(await titles()).toEqual(['0번째', '1번째', '2번째', '3번째', '4번째', '5번째'])
  expect(await openDrafts()).toEqual([])
}, 120_000)

test('a draft that its process took is there after kill -9, and one that was sent twice is one', async () => {
  const [web] = await start(1)
  if (!web) throw new Error('no process')
  const agent = browserAt(web)
  const token = (await mina.agent.get('/free/write')).root.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  const save = (body: string, sequence: number, by = agent) => {
    const base = String(sequence - 1)
    const fields = {
      _csrf: token,
      draft: 'd'.repeat(32),
      draftBase: base,
      draftSequence: String(sequence),
      draftTab: 'tab-of-a-test',
      body,
    }
    return by.post('/free/drafts', fields, { accept: 'application/json' }).then(
      ({ status }) => status,
      () => null,
    )
  }
  let taken = 0
  const saving = (async () => {
    for (let sequence = 1; sequence <= 200; sequence += 1) {
      if ((await save(`글 ${sequence}`, sequence)) !== 200) return
      taken = sequence
    }
  })()
  await expect.poll(() => taken).toBeGreaterThan(3)
  await web.kill()
  running.delete(web)
  await saving
  const [draft] = await openDrafts()
  expect(draft.sequence).toBeGreaterThanOrEqual(taken)
  expect(await save(`글 ${taken + 1}`, taken + 1, mina.agent)).toBe(200)
  expect((await openDrafts()).map(({ fields }) => JSON.parse(fields).body)).toEqual([`글 ${taken + 1}`])
}, 60_000)
