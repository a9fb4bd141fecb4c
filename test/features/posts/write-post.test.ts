import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { mayPostNow } from '../../../src/features/posts/writing/posting-limit.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

/** What a browser sends for a file field in which nothing was chosen: the form then goes as multipart, as the page says. */
const noFile = new File([], '', { type: 'application/octet-stream' })

const posts = () => site.ctx.db('posts').orderBy('number').select('number', 'title')

test('a member writes a post and is led to it', async () => {
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '  첫   글 ', body: '안녕하세요' })
  expect(page.redirects).toEqual(['/free/1'])
  expect(page.text('h1')).toBe('첫 글')
  expect(page.text('.flash')).toContain('글을 등록했습니다')
  expect(await site.ctx.db('outbox').where({ event: 'post.created' })).toHaveLength(1)
})

test('a refused form keeps every letter and says what to do', async () => {
  const body = `첫 줄\n\n</textarea><script>alert(1)</script> & "따옴표"`
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: ' \u3164 ', body })
  expect(page.status).toBe(422)
  expect(page.text('#error-title')).toBe('제목을 적어 주세요.')
  expect(page.root.querySelector('#field-body')?.textContent.replace(/^\n/, '')).toBe(body)
  expect(await posts()).toEqual([])
  const mended = await mina.agent.submit(page, '#post-form', { title: '제목' })
  expect(mended.path).toBe('/free/1')
})

test.each([
  ['가'.repeat(200), 200, 'post'],
  ['🙂'.repeat(200), 200, 'post'],
  ['가'.repeat(201), 422, 'form'],
])('a title may have two hundred characters', async (title, status) => {
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title, body: '글' })
  expect(page.status).toBe(status)
})

test('a body of 65,000 characters is taken, one more is sent back whole', async () => {
  const form = await mina.agent.get('/free/write')
  const long = await mina.agent.submit(form, '#post-form', { title: '길다', body: '한'.repeat(65_001), images: noFile })
  expect(long.status).toBe(422)
  expect(long.text('#error-body')).toContain('65,000')
  expect(long.root.querySelector('#field-body')?.textContent.trim().length).toBe(65_001)
  expect((await mina.agent.submit(form, '#post-form', { title: '길다', body: '한'.repeat(65_000), images: noFile })).path).toBe('/free/1')
})

test('one form sent fifty times at once makes one post, and every answer leads to it', async () => {
  const form = await mina.agent.get('/free/write')
  const pages = await Promise.all(
    Array.from({ length: 50 }, () => mina.agent.submit(form, '#post-form', { title: '한 번만', body: '누르고 또 눌렀습니다' })),
  )
  expect(new Set(pages.map(({ path }) => path))).toEqual(new Set(['/free/1']))
  expect(await posts()).toEqual([{ number: 1, title: '한 번만' }])
})

test('a preview shows the text above the form and stores nothing', async () => {
  const form = await mina.agent.get('/free/write')
  const page = await mina.agent.submit(form, '#post-form', { title: '제목', body: '**굵게** <script>x</script>', action: 'preview' })
  expect(page.status).toBe(200)
  expect(page.text('#preview strong')).toBe('굵게')
  expect(page.has('#preview script')).toBe(false)
  expect(page.text('#field-body')).toContain('**굵게**')
  const json = await mina.agent.post('/preview', {
    body: '*기울임*',
    _csrf: form.root.querySelector('[name="_csrf"]')?.getAttribute('value') ?? '',
  })
  expect(JSON.parse(json.body).html).toContain('<em>')
  expect(await posts()).toEqual([])
})

test('the editor asks for a text as it takes it in: members alone, with the token of their form, and no more than may be sent off', async () => {
  const form = await mina.agent.get('/free/write')
  const _csrf = form.root.querySelector('[name="_csrf"]')?.getAttribute('value') ?? ''
  const answer = await mina.agent.post('/preview/editor', { body: '- [x] <u>a</u> <b>', _csrf })
  expect(JSON.parse(answer.body)).toEqual({ html: '<ul data-tight="true">\n<li data-checked="true"><u>a</u> &lt;b&gt;</li>\n</ul>\n' })
  expect((await mina.agent.post('/preview/editor', { body: 'a'.repeat(65_001), _csrf })).status).toBe(422)
  expect((await site.visitor().post('/preview/editor', { body: 'a' })).path).toContain('/login')
})

test('a title turns nothing round that stands behind it on the line', async () => {
  const form = await mina.agent.get('/free/write')
  await mina.agent.submit(form, '#post-form', { title: '어제\u202E온 \u2067손님\u202C', body: '반가웠습니다' })
  expect(await posts()).toEqual([{ number: 1, title: '어제온 손님' }])
})

test('what is too long to be sent off is not previewed either: rendering it would keep everybody waiting', async () => {
  const form = await mina.agent.get('/free/write')
  const body = '|a'.repeat(40_000)
  const page = await mina.agent.submit(form, '#post-form', { title: '제목', body, action: 'preview' })
  expect([page.status, page.has('#preview table'), page.text('#field-body')]).toEqual([422, false, body])
  expect(page.body).toContain('65,000')
  expect((await mina.agent.post('/preview', { body })).status).toBe(422)
})

test('after sixty posts in ten minutes the next one waits, its text kept; moderators are not slowed', async () => {
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const write = async (person: Person, title: string) =>
    person.agent.submit(await person.agent.get('/free/write'), '#post-form', { title, body: '글' })
  for (let count = 1; count < 60; count += 1) expect(await mayPostNow(site.ctx, mina.viewer, board, { title: '', body: '' })).toBe(true)
  expect((await write(mina, '예순째')).status).toBe(200)
  const next = await write(mina, '예순한째')
  expect(next.status).toBe(429)
  expect(next.root.querySelector('#field-title')?.getAttribute('value')).toBe('예순한째')
  for (let count = 1; count <= 60; count += 1)
    expect(await mayPostNow(site.ctx, moderator.viewer, board, { title: '', body: '' })).toBe(true)
  expect((await write(moderator, '예순한째')).status).toBe(200)
})

test('a guest is led to log in, a member below the level is told, and nothing is stored', async () => {
  const staff = await aBoard(site, { slug: 'notice', writeLevel: 9 })
  const answer = await site.visitor().request('/free/write', {
    method: 'POST',
    body: new URLSearchParams({ title: '손님', body: '글' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.headers.get('location')).toMatch(/^\/login/)
  expect((await mina.agent.get('/notice/write')).status).toBe(403)
  const token = (await mina.agent.get('/free/write')).root.querySelector('[name="_csrf"]')?.getAttribute('value') ?? ''
  expect((await mina.agent.post('/notice/write', { title: '몰래', body: '글', _csrf: token })).status).toBe(403)
  expect(await posts()).toEqual([])
  expect(staff.slug).toBe('notice')
})

test('a form from another site stores nothing, and one without its session comes back to be sent again', async () => {
  const fields = { title: '위조', body: '글' }
  delete mina.agent.headers['x-csrf-token']
  const again = await mina.agent.post('/free/write', fields)
  expect([again.path.split('?')[0], again.text('#field-body')]).toEqual(['/free/write', '글'])
  expect((await mina.agent.post('/free/write', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(await posts()).toEqual([])
})

test('a post says who wrote it even when others write at the same time', async () => {
  const others: Person[] = []
  for (const nickname of ['하나', '둘', '셋']) others.push(await aMember(site, nickname))
  await Promise.all(others.map((person) => aPost(site, board, person, { title: person.viewer.nickname })))
  const list = await site.visitor().get('/free')
  expect(list.texts('table.posts .t').sort()).toEqual(list.texts('table.posts .by').sort())
})
