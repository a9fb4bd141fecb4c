import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person

beforeEach(async () => {
  mina = await aMember(site, '미나', { level: 3 })
})

const extra = (key: string, kind: string, more: object = {}) => ({
  ...{ key, kind, nameKo: `칸${key.slice(1)}`, nameEn: `Field ${key}`, choices: [], required: false, onPage: true, inList: false },
  ...more,
})

async function withCategories(board: Board): Promise<Board> {
  const category = (nameKo: string, writeLevel = 1) => ({ boardId: board.id, nameKo, nameEn: nameKo, writeLevel })
  await site.ctx.db('board_categories').insert([category('질문'), category('정보'), category('운영', 9)])
  await site.ctx.memory.forget('boards')
  return (await listAllBoards(site.ctx)).find(({ id }) => id === board.id)!
}

const write = async (path: string, fields: Record<string, string>) =>
  mina.agent.submit(await mina.agent.get(path), '#post-form', { title: '제목', body: '내용입니다.', ...fields })
const newest = async (): Promise<Post> => (await site.ctx.db<Post>('posts').orderBy('id', 'desc').first())!

test('a post stands under the category that its author chose, and moves with it; the counts of both stay right', async () => {
  const board = await withCategories(await aBoard(site, { slug: 'talk', categoryRequired: true }))
  const [question, news, staff] = board.categories.map(({ id }) => String(id)) as [string, string, string]
  const without = await write('/talk/write', { category: '' })
  expect([without.status, without.text('#error-category')]).toEqual([422, '말머리를 골라 주세요.'])
  const foreign = await write('/talk/write', { category: staff })
  expect([foreign.status, foreign.text('#error-category')]).toContain(422)
  expect(without.texts('#field-category option')).toEqual(['말머리를 골라 주세요', '질문', '정보'])
  expect((await write('/talk/write', { category: question })).path).toBe('/talk/1')
  const titles = async (category: string) => (await site.visitor().get(`/talk?category=${category}`)).texts('.t')
  expect([await titles(question), await titles(news)]).toEqual([['제목'], []])
  const edit = await mina.agent.get('/talk/1/edit')
  expect(edit.root.querySelector('#field-category option[selected]')?.getAttribute('value')).toBe(question)
  await mina.agent.submit(edit, '#post-form', { category: news })
  expect([await titles(question), await titles(news)]).toEqual([[], ['제목']])
  expect(await Array.fromAsync(findDifferences(site.ctx))).toEqual([])
})

test('a board’s own fields are checked by their kind, named in what is said, and kept whatever happens', async () => {
  const extraFields = JSON.stringify([
    extra('f1', 'text', { required: true, nameKo: '지역' }),
    extra('f2', 'number'),
    extra('f3', 'date'),
    extra('f4', 'choice', { choices: ['새것', '쓰던 것'] }),
    extra('f5', 'url'),
  ])
  await aBoard(site, { slug: 'market', extraFields: JSON.parse(extraFields) as never })
  const wrong = { f1: '', f2: '많이', f3: '2026-02-30', f4: '부서진 것', f5: 'javascript:alert(1)' }
  const refused = await write('/market/write', wrong)
  expect(refused.status).toBe(422)
  expect(refused.texts('.form .error')).toEqual([
    '지역 칸을 채워 주세요.',
    '칸2 칸에는 숫자를 적어 주세요.',
    '칸3 칸에는 2026-12-31처럼 날짜를 적어 주세요.',
    '칸4 칸에서는 목록에 있는 것을 골라 주세요.',
    'https://로 시작하는 주소를 적어 주세요.',
  ])
  expect(['f2', 'f3', 'f5'].map((name) => refused.root.querySelector(`#field-${name}`)?.getAttribute('value'))).toEqual([
    wrong.f2,
    wrong.f3,
    wrong.f5,
  ])
  const right = { f1: '합정동', f2: '15000', f3: '2026-03-01', f4: '쓰던 것', f5: 'https://example.org/가격' }
  expect((await mina.agent.submit(refused, '#post-form', right)).path).toBe('/market/1')
  const edit = await mina.agent.get('/market/1/edit')
  expect(['f1', 'f2', 'f3', 'f5'].map((name) => edit.root.querySelector(`#field-${name}`)?.getAttribute('value'))).toEqual([
    '합정동',
    '15000',
    '2026-03-01',
    'https://example.org/%EA%B0%80%EA%B2%A9',
  ])
  expect(edit.root.querySelector('#field-f4 option[selected]')?.textContent).toBe('쓰던 것')
})

test('links are addresses of other sites, and one that stays keeps its clicks', async () => {
  await aBoard(site, { slug: 'links', linkCount: 2 })
  for (const link1 of ['/free', 'javascript:alert(1)', '//evil.example', 'mailto:a@b.example', 'ftp://example.org', 'x'.repeat(600)]) {
    expect([link1, (await write('/links/write', { link1 })).text('#error-link1')]).toEqual([
      link1,
      'https://로 시작하는 주소를 적어 주세요.',
    ])
  }
  await write('/links/write', { link1: 'https://example.org', link2: 'http://example.com/a?b=1' })
  await site.ctx.db('post_links').where({ position: 1 }).update({ clickCount: 7 })
  await mina.agent.submit(await mina.agent.get('/links/1/edit'), '#post-form', { link2: '' })
  expect(await site.ctx.db('post_links').select('position', 'url', 'clickCount')).toEqual([
    { position: 1, url: 'https://example.org/', clickCount: 7 },
  ])
})

test('tags are stored as they are found, and shown again as they were meant', async () => {
  await aBoard(site, { slug: 'tagged' })
  await write('/tagged/write', { tags: '#동네책방, 독서  Node.js' })
  expect(
    await site.ctx
      .db('post_tags')
      .orderBy('position')
      .select('tag')
      .then((rows: { tag: string }[]) => rows.map(({ tag }) => tag)),
  ).toEqual(['동네책방', '독서', 'node.js'])
  const edit = await mina.agent.get('/tagged/1/edit')
  expect(edit.root.querySelector('#field-tags')?.getAttribute('value')).toBe('#동네책방 #독서 #node.js')
  const many = await write('/tagged/write', { tags: Array.from({ length: 11 }, (_, n) => `태그${n}`).join(' ') })
  expect([many.status, many.text('#error-tags')]).toEqual([422, '태그는 5개까지 붙일 수 있습니다.'])
})

test('texts are as long as the board wants them, and a form that was not filled in is no post', async () => {
  await aBoard(site, { slug: 'essay', bodyMin: 10, bodyMax: 20, defaultText: '이름: \n나이: ' })
  const form = await mina.agent.get('/essay/write')
  expect(form.text('textarea')).toContain('이름:')
  const said = async (body: string) => (await write('/essay/write', { body })).text('#error-body')
  expect(await said('짧아요')).toBe('내용은 10자부터 쓸 수 있습니다. 지금은 3자입니다.')
  expect(await said('가'.repeat(21))).toBe('내용은 20자까지 쓸 수 있습니다. 나누어 올려 주세요.')
  expect(await said('이름: \n나이: ')).not.toBe('')
  expect((await write('/essay/write', { body: '👨‍👩‍👧‍👦 열 글자는 넘습니다' })).path).toBe('/essay/1')
})

test('what is secret is the author’s choice, the board’s rule, or nobody’s', async () => {
  for (const secret of ['never', 'choice', 'always'] as const) await aBoard(site, { slug: secret, secret })
  const kept: [string, number, string][] = []
  for (const slug of ['never', 'choice', 'always']) {
    for (const wish of [{}, { secret: 'yes' }] as Record<string, string>[]) {
      await mina.agent.post(`/${slug}/write`, { title: '속말', body: '아무도 보지 마세요', ...wish })
      const { secret, excerpt } = await newest()
      kept.push([slug, secret, excerpt])
    }
  }
  const open = '아무도 보지 마세요'
  expect(kept).toEqual([
    ['never', 0, open],
    ['never', 0, open],
    ['choice', 0, open],
    ['choice', 1, ''],
    ['always', 1, ''],
    ['always', 1, ''],
  ])
})

test('after others have answered an author may change or remove a post where the board says so', async () => {
  const junho = await aMember(site, '준호')
  const may: Record<string, [number, number]> = {}
  for (const [slug, editAfterComments, deleteAfterComments] of [
    ['both', true, true],
    ['neither', false, false],
    ['edit', true, false],
  ] as const) {
    await aBoard(site, { slug, editAfterComments, deleteAfterComments })
    await write(`/${slug}/write`, {})
    await junho.agent.submit(await junho.agent.get(`/${slug}/1`), '#comment-form', { body: '답합니다' })
    may[slug] = [(await mina.agent.get(`/${slug}/1/edit`)).status, (await mina.agent.get(`/${slug}/1/delete`)).status]
  }
  expect(may).toEqual({ both: [200, 200], neither: [403, 403], edit: [200, 403] })
})
