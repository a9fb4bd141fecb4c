import { beforeEach, expect, test } from 'vitest'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person
let reader: Person

beforeEach(async () => {
  await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
})

const typed = { title: '봄 소풍', body: '어디로 갈까요?', pollQuestion: '어디로?', pollChoice1: '바다', pollChoice2: '산' }
const write = async (fields: Record<string, string> = {}) =>
  mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { ...typed, ...fields })
const edit = async (fields: Record<string, string> = {}) =>
  mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { action: 'publish', ...fields })
const polls = () => site.ctx.db('polls').select('question', 'most', 'endsAt', 'results')
const labels = () => site.ctx.db('poll_choices').orderBy('position').pluck('label')

test.each([
  ['no question', { pollQuestion: ' ' }, 'pollQuestion', '질문을 적어'],
  ['one choice', { pollChoice2: '' }, 'pollChoice2', '둘 이상'],
  ['the same choice twice', { pollChoice4: ' 바다' }, 'pollChoice4', '같은 보기'],
  ['a choice that is too long', { pollChoice2: '가'.repeat(101) }, 'pollChoice2', '100자'],
  ['an end that was', { pollEnds: '2020-01-01T10:00' }, 'pollEnds', '지금보다 뒤'],
  ['an end that is no date', { pollEnds: '2030-02-30T10:00' }, 'pollEnds', '모두 적어'],
  ['an end beyond all years', { pollEnds: '9999-12-31T23:59' }, 'pollEnds', '10년'],
])('%s is refused beside its field, and nothing typed is lost', async (_what, fields, field, why) => {
  const page = await write({ ...fields, pollMost: '2', pollResults: 'ended', pollFixed: 'yes' })
  expect([page.status, page.text(`#error-${field}`)]).toEqual([422, expect.stringContaining(why)])
  for (const [name, value] of Object.entries({ ...typed, ...fields })) {
    const control = page.root.querySelector(`[name="${name}"]`)
    expect([name, name === 'body' ? control?.text.trim() : control?.getAttribute('value')]).toEqual([name, value])
  }
  expect(page.texts('.poll-fields [selected]')).toEqual(['2개까지 고름', '투표가 끝난 뒤에'])
  expect([page.has('[name="pollFixed"][checked]'), page.has('.poll-fields[open]')]).toEqual([true, true])
  expect(await site.ctx.db('posts')).toEqual([])
})

test('a form whose poll is empty makes a post without one, and twenty choices fit', async () => {
  await write({ pollQuestion: '', pollChoice1: '', pollChoice2: '' })
  expect(await polls()).toEqual([])
  const twenty = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`pollChoice${index + 1}`, `보기 ${index + 1}`]))
  const page = await write({ ...twenty, pollMost: '20' })
  expect([page.texts('.poll__choice').length, page.text('.poll__facts')]).toEqual([20, expect.stringContaining('20개까지')])
})

test('before anyone voted all of a poll can be changed, or it can go', async () => {
  await write()
  const ends = new Date(Math.ceil(site.clock.now().getTime() / 60_000) * 60_000 + 3_600_000)
  const local = new Date(ends.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)
  await edit({ pollQuestion: '언제?', pollChoice1: '내일', pollChoice3: '모레', pollEnds: local, pollResults: 'voted', pollMost: '9' })
  expect([await polls(), await labels()]).toEqual([
    [{ question: '언제?', most: 3, endsAt: ends, results: 'voted' }],
    ['내일', '산', '모레'],
  ])
  // Saved as it stands, the end is the same moment.
  await edit()
  expect((await polls())[0]).toMatchObject({ endsAt: ends })
  await edit({ pollQuestion: '', pollChoice1: '', pollChoice2: '', pollChoice3: '' })
  expect([await polls(), await labels()]).toEqual([[], []])
})

test('once somebody voted only the end can be changed, and whoever saves meanwhile gets the form back', async () => {
  await write({ pollFixed: 'yes', pollMost: '2' })
  const stale = await mina.agent.get('/free/1/edit')
  await reader.agent.post('/free/1/poll', { action: 'vote', choice1: '1' })
  const refused = await mina.agent.submit(stale, '#post-form', { action: 'publish', body: '새 글', pollChoice1: '호수' })
  expect([refused.status, refused.text('#error-pollQuestion'), refused.text('textarea')]).toEqual([
    422,
    expect.stringContaining('투표한 사람'),
    '새 글',
  ])
  expect(await labels()).toEqual(['바다', '산'])
  const fresh = await mina.agent.get('/free/1/edit')
  expect([fresh.has('[name="pollChoice1"][readonly]'), fresh.texts('[name="pollMost"] option')]).toEqual([true, ['2개까지 고름']])
  const saved = await edit({ body: '새 글', pollEnds: '2030-01-01T09:00' })
  expect([saved.status, saved.path, (await polls())[0]?.endsAt]).toEqual([200, '/free/1', new Date('2030-01-01T00:00:00Z')])
  for (const fields of [{ pollQuestion: '', pollChoice1: '', pollChoice2: '' }, { pollMost: '1' }, { pollFixed: '' }]) {
    expect([fields, (await edit(fields)).status]).toEqual([fields, 422])
  }
  expect(await site.ctx.db('poll_votes').pluck('position')).toEqual([1])
})

test('a poll that is over is not opened again', async () => {
  await write({ pollEnds: '2030-01-01T09:00' })
  site.clock.set('2030-01-02T00:00:00Z')
  const later = await edit({ pollEnds: '2030-02-01T09:00' })
  expect([later.status, later.text('#error-pollEnds')]).toEqual([422, expect.stringContaining('다시 열 수 없습니다')])
  expect((await edit({ body: '끝났습니다' })).path).toBe('/free/1')
})

test('the board says who may put polls in; one that is there stays and can still be put right', async () => {
  await write()
  const setPolls = async (polls: string) => {
    await site.ctx.db('boards').update({ polls })
    await site.ctx.memory.forget('boards')
  }
  await setPolls('staff')
  const owner = await aMember(site, '주인', { level: 10 })
  expect([(await owner.agent.get('/free/write')).has('.poll-fields'), (await reader.agent.get('/free/write')).has('.poll-fields')]).toEqual(
    [true, false],
  )
  await setPolls('never')
  expect((await owner.agent.get('/free/write')).has('.poll-fields')).toBe(false)
  await reader.agent.post('/free/write', { ...typed, poll: 'yes', action: 'publish' })
  expect((await polls()).length).toBe(1)
  expect((await edit({ pollQuestion: '어느 쪽?' })).text('#poll-heading')).toBe('투표 어느 쪽?')
  // A form without that part leaves it alone.
  const version = (await site.ctx.db('posts').where({ number: 1 }).first('version')).version
  await mina.agent.post('/free/1/edit', { title: '봄', body: '글', version: String(version), action: 'publish' })
  expect((await polls())[0]?.question).toBe('어느 쪽?')
})
