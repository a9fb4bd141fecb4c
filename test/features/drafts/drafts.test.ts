import { beforeEach, expect, test } from 'vitest'
import { purgeDrafts } from '../../../src/features/drafts/drafts.jobs.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person

beforeEach(async () => {
  await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

const KEY = 'a'.repeat(32)
const rows = () => site.ctx.db('drafts').whereNull('endedAt')

/** What the script of an open page sends. */
interface Saved {
  status: number
  answer: { sequence: number; error: string; newer: { path: string } | null }
}

async function save(
  fields: Record<string, string>,
  { tab = 'tab-number-one', base = 0, sequence = base + 1, who = mina } = {} as {
    tab?: string
    base?: number
    sequence?: number
    who?: Person
  },
): Promise<Saved> {
  const body = new FormData()
  const all = { draft: KEY, draftBase: String(base), draftSequence: String(sequence), draftTab: tab, ...fields }
  for (const [name, value] of Object.entries(all)) body.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin', 'x-requested-with': 'fetch', accept: 'application/json' }
  const response = await who.agent.request('/free/drafts', { method: 'POST', body, headers })
  return { status: response.status, answer: (await response.json()) as Saved['answer'] }
}

test('what was saved goes on in the form, on any device, with everything that was typed', async () => {
  const body = `첫 줄\r\n둘째 "따옴표" <b> & ${'가'.repeat(3_000)}`
  expect((await save({ title: '쓰던 글', body, tags: '하나 둘' })).status).toBe(200)
  const list = await mina.agent.get('/me/drafts')
  expect(list.texts('.draft h3')).toEqual(['쓰던 글'])
  const form = await mina.agent.get(list.root.querySelector('.draft h3 a')?.getAttribute('href') ?? '')
  expect(form.root.querySelector('#field-title')?.getAttribute('value')).toBe('쓰던 글')
  expect(form.text('#field-body')).toContain('가'.repeat(3_000))
  expect(form.root.querySelector('#field-tags')?.getAttribute('value')).toBe('하나 둘')
})

test('the write page offers the newest draft of its board, and none of another', async () => {
  await aBoard(site, { slug: 'other' })
  await save({ title: '이어 쓸 글', body: '절반' })
  expect((await mina.agent.get('/free/write')).text('.draft-offer')).toContain('이어 쓸 글')
  expect((await mina.agent.get('/other/write')).has('.draft-offer')).toBe(false)
  const elsewhere = await mina.agent.get(`/other/write?draft=${KEY}`)
  expect(elsewhere.text('#field-body')).toBe('')
})

test('an older tab never overwrites a newer one: it is told, and may put its text aside', async () => {
  await save({ title: '글', body: '처음' })
  expect((await save({ title: '글', body: '둘째 창에서' }, { tab: 'tab-number-two', base: 1 })).answer.sequence).toBe(2)
  const late = await save({ title: '글', body: '첫 창에서 더' }, { base: 1, sequence: 2 })
  expect(late.status).toBe(409)
  expect(late.answer.newer?.path).toBe(`/free/write?draft=${KEY}`)
  expect(late.answer.error).toContain('다른 창이나 기기')
  expect((await rows())[0].fields).toContain('둘째 창에서')
  await save({ title: '글', body: '첫 창에서 더', aside: 'yes' }, { base: 1 })
  const page = await mina.agent.get(`/me/drafts/${KEY}`)
  const states = page.root.querySelectorAll('.draft-states a').map((link) => link.getAttribute('href') ?? '')
  const texts = await Promise.all(states.map(async (state) => (await mina.agent.get(state)).text('.draft-preview .text')))
  expect(texts.sort()).toEqual(['둘째 창에서', '처음', '첫 창에서 더'].sort())
})

test('saves of one page that overtake each other leave the later one, and a repeated save is no conflict', async () => {
  await save({ body: '하나' })
  await save({ body: '하나 둘 셋' }, { base: 1, sequence: 3 })
  expect(await save({ body: '하나 둘' }, { base: 1, sequence: 2 })).toMatchObject({ status: 200, answer: { sequence: 3 } })
  expect((await rows())[0].fields).toContain('하나 둘 셋')
  expect(await save({ body: '하나 둘 셋' }, { tab: 'tab-number-two', base: 1 })).toMatchObject({ status: 200, answer: { sequence: 3 } })
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => save({ body: `동시에 ${n}`, draft: 'b'.repeat(32) }, { tab: `tab-parallel-${n}` })),
  )
  expect(await rows()).toHaveLength(2)
})

test('publishing ends the draft in the same transaction, and a save that comes late does not bring it back', async () => {
  await save({ title: '쓰던 글', body: '다 썼다' })
  const form = await mina.agent.get(`/free/write?draft=${KEY}`)
  expect((await mina.agent.submit(form, '#post-form', {})).path).toBe('/free/1')
  expect(await rows()).toEqual([])
  expect(await save({ body: '다 썼다!' }, { base: 1, sequence: 9 })).toMatchObject({ status: 409, answer: { newer: null } })
  expect((await mina.agent.get(`/free/write?draft=${KEY}`)).text('.alert--note')).toContain('이미 등록했거나 지운')
  const never = await mina.agent.get('/free/write')
  const key = never.root.querySelector('[name=draft]')?.getAttribute('value') ?? ''
  await mina.agent.submit(never, '#post-form', { title: '바로', body: '올린 글' })
  expect((await save({ draft: key, body: '올린 글' })).status).toBe(409)
})

test('the button without script saves, goes on, and tells when another page was faster', async () => {
  const empty = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { action: 'draft' })
  expect([empty.status, empty.text('.flash')]).toEqual([422, expect.stringContaining('저장할 내용이 없습니다')])
  const page = await mina.agent.submit(empty, '#post-form', { title: '', body: '제목은 나중에', action: 'draft' })
  expect(page.path).toMatch(/^\/free\/write\?draft=[0-9a-f]{32}$/)
  expect([page.text('.flash'), page.text('#field-body')]).toEqual([expect.stringContaining('임시저장했습니다'), '제목은 나중에'])
  await mina.agent.submit(page, '#post-form', { body: '다른 창에서', action: 'draft' })
  const late = await mina.agent.submit(page, '#post-form', { body: '늦은 창에서', action: 'draft' })
  expect([late.status, late.text('#field-body')]).toEqual([409, '늦은 창에서'])
  expect((await rows())[0].fields).toContain('다른 창에서')
  const again = await mina.agent.submit(late, '#post-form', { action: 'draft' })
  expect(again.text('#field-body')).toBe('늦은 창에서')
})

test('a change of a post is a draft of its own: offered, gone on with, ended by saving', async () => {
  await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '글', body: '처음 글' })
  expect((await save({ title: '글', body: '고치던 글', version: '1', draftOf: '1' })).status).toBe(200)
  const edit = await mina.agent.get('/free/1/edit')
  expect([edit.text('#field-body'), edit.text('.draft-offer')]).toEqual(['처음 글', expect.stringContaining('고치던 내용')])
  const goOn = await mina.agent.get(edit.root.querySelector('.draft-offer a')?.getAttribute('href') ?? '')
  expect(goOn.text('#field-body')).toBe('고치던 글')
  expect((await mina.agent.submit(goOn, '#post-form', {})).text('.text')).toContain('고치던 글')
  expect(await rows()).toEqual([])
  const later = await mina.agent.get('/free/1/edit')
  const base = Number(later.root.querySelector('[name=draftBase]')?.getAttribute('value'))
  expect((await save({ body: '또 고침', version: '2', draftOf: '1' }, { base, tab: 'tab-number-two' })).status).toBe(200)
})

test('the last three states are kept apart in time, and going back loses nothing', async () => {
  for (const [minute, body] of ['하나', '하나 둘', '하나 둘 셋', '하나 둘 셋 넷', '다섯'].entries()) {
    site.clock.advance(120_000)
    await save({ body }, { base: minute, sequence: minute + 1 })
  }
  const page = await mina.agent.get(`/me/drafts/${KEY}`)
  const states = page.root.querySelectorAll('.draft-states a').map((link) => link.getAttribute('href') ?? '')
  expect(states).toHaveLength(4)
  const second = await mina.agent.get(states[1] ?? '')
  expect(second.text('.draft-preview .text')).toBe('하나 둘 셋 넷')
  const back = await mina.agent.submit(second, '#restore', {
    version: second.root.querySelector('#restore button')?.getAttribute('value') ?? '',
  })
  expect(back.text('#field-body')).toBe('하나 둘 셋 넷')
  expect((await mina.agent.get(`/me/drafts/${KEY}`)).texts('.draft-states a')).toHaveLength(4)
})

test("nobody reaches another member's draft", async () => {
  const other = await aMember(site, '수호')
  await save({ title: '비밀', body: '나만 보는 글' })
  expect((await other.agent.get(`/me/drafts/${KEY}`)).status).toBe(404)
  expect((await other.agent.get(`/free/write?draft=${KEY}`)).text('#field-body')).toBe('')
  await other.agent.post(`/me/drafts/${KEY}/delete`, {})
  expect((await other.agent.post(`/me/drafts/${KEY}/restore`, { version: '1' })).status).toBe(404)
  await save({ body: '남의 것' }, { who: other })
  expect((await mina.agent.get(`/me/drafts/${KEY}`)).text('.draft-preview')).toContain('나만 보는 글')
})

test('fifty drafts, and none too long to keep: what does not fit is said', async () => {
  for (let n = 0; n < 50; n += 1) await save({ body: `${n}`, draft: String(n).padStart(32, '0') })
  expect(await save({ body: '하나 더' })).toMatchObject({ status: 422, answer: { error: expect.stringContaining('50개까지') } })
  await mina.agent.post(`/me/drafts/${'0'.repeat(32)}/delete`, {})
  expect((await save({ body: '하나 더' })).status).toBe(200)
  expect(await save({ body: '가'.repeat(140_000) }, { base: 1 })).toMatchObject({
    status: 422,
    answer: { error: expect.stringContaining('너무 깁니다') },
  })
})

test('after ninety days a draft goes, and after a week the mark of one that ended', async () => {
  await save({ body: '오래된 글' })
  await save({ body: '지운 글', draft: 'c'.repeat(32) })
  await mina.agent.post(`/me/drafts/${'c'.repeat(32)}/delete`, {})
  site.clock.advance(8 * 86_400_000)
  expect(await purgeDrafts(site.ctx)).toBe(1)
  site.clock.advance(83 * 86_400_000)
  expect(await purgeDrafts(site.ctx)).toBe(1)
  expect(await site.ctx.db('drafts')).toEqual([])
})
