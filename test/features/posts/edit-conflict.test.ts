import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

const PAGE = '첫 문단입니다.\n\n둘째 문단에는 책방을 적었다.\n\n셋째 문단.'

/** Two pages with the same post, the first of which is saved. */
async function meet(first: string, second: string): Promise<Page> {
  await aPost(site, board, mina, { title: '같이 고치는 글', body: PAGE })
  const [one, other] = [await mina.agent.get('/free/1/edit'), await mina.agent.get('/free/1/edit')]
  expect((await mina.agent.submit(one, '#post-form', { body: first })).status).toBe(200)
  return mina.agent.submit(other, '#post-form', { body: second })
}
const written = (page: Page) => page.root.querySelector('#field-body')?.textContent.replace(/^\n/, '')
const stored = async () => (await site.ctx.db('post_bodies').first('source')).source
const kept = async () => (await site.ctx.db('drafts').whereNull('endedAt')).map(({ fields }) => JSON.parse(fields).body)

test('changes in different places come together, to be looked at and saved', async () => {
  const page = await meet(PAGE.replace('첫 문단', '처음 문단'), PAGE.replace('책방을', '책방은'))
  expect([page.status, page.text('.flash')]).toEqual([409, expect.stringContaining('합쳐 두었습니다')])
  const both = PAGE.replace('첫 문단', '처음 문단').replace('책방을', '책방은')
  expect(written(page)).toBe(both)
  expect([page.texts('.diff del'), page.texts('.diff ins')]).toEqual([
    [expect.stringContaining('처음'), expect.stringContaining('책방을')],
    [expect.stringContaining('첫'), expect.stringContaining('책방은')],
  ])
  expect(await kept()).toEqual([PAGE.replace('책방을', '책방은')])
  expect((await mina.agent.submit(page, '#post-form', {})).path).toBe('/free/1')
  expect([await stored(), await kept()]).toEqual([both, []])
})

test('where both changed the same lines both stand, and the lines that mark them are not published', async () => {
  const page = await meet(PAGE.replace('책방을', '다방을'), PAGE.replace('책방을', '서점을').replace('셋째', '세 번째'))
  const text = written(page) ?? ''
  expect(page.text('.flash')).toContain('1곳은')
  for (const words of ['다방을 적었다', '서점을 적었다', '세 번째 문단']) expect(text).toContain(words)
  expect(page.root.querySelector('#conflict-mine')?.textContent).toContain('서점을')
  expect(page.root.querySelector('#conflict-theirs')?.textContent).toContain('다방을')
  const again = await mina.agent.submit(page, '#post-form', {})
  expect([again.status, again.text('#error-body')]).toEqual([422, expect.stringContaining('표시 줄')])
  const settled = text
    .split('\n')
    .filter((line) => !line.startsWith('⟪') && !line.includes('다방을'))
    .join('\n')
  expect((await mina.agent.submit(again, '#post-form', { body: settled })).path).toBe('/free/1')
  expect(await stored()).toBe(PAGE.replace('책방을', '서점을').replace('셋째', '세 번째'))
})

test('a save that comes twice is no conflict with itself', async () => {
  await aPost(site, board, mina, { title: '글', body: PAGE })
  const form = await mina.agent.get('/free/1/edit')
  const pages = await Promise.all(Array.from({ length: 10 }, () => mina.agent.submit(form, '#post-form', { body: '두 번 눌렀다' })))
  expect(pages.map(({ path, status }) => `${status} ${path}`)).toEqual(pages.map(() => '200 /free/1'))
  expect((await site.ctx.db('posts').first('version')).version).toBe(2)
})

test('a third change while somebody settles the second is met as well', async () => {
  const page = await meet(PAGE.replace('첫 문단', '처음 문단'), PAGE.replace('셋째', '세 번째'))
  await mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { body: `${PAGE.replace('첫 문단', '처음 문단')}\n\n넷째` })
  const third = await mina.agent.submit(page, '#post-form', {})
  expect([third.status, written(third)]).toEqual([409, `${PAGE.replace('첫 문단', '처음 문단').replace('셋째', '세 번째')}\n\n넷째`])
})

test('texts of the greatest length are compared and joined in time', async () => {
  const long = (mark: string) =>
    Array.from({ length: 6_000 }, (_, n) => `${n % 3 ? mark : '같은'} 줄 ${n}`)
      .join('\n')
      .slice(0, 65_000)
  const start = performance.now()
  const page = await meet(long('가'), long('나'))
  expect([page.status, page.body.includes('나 줄 1')]).toEqual([409, true])
  expect(performance.now() - start).toBeLessThan(8_000)
})
