import { beforeEach, describe, expect, test } from 'vitest'
import { insertPost } from '../../../src/features/posts/lists/page-index.repository.ts'
import type { PostStatus } from '../../../src/features/posts/posts.types.ts'
import { renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let boards: Record<'free' | 'members', number>
let number = 0

beforeEach(async () => {
  const createdAt = site.clock.now()
  const [groupId] = await site.ctx.db('board_groups').insert({ slug: 'g', nameKo: '마당', nameEn: 'Yard' })
  const board = async (slug: string, readLevel: number) =>
    Number((await site.ctx.db('boards').insert({ groupId, slug, nameKo: slug, nameEn: slug, readLevel, createdAt }))[0])
  boards = { free: await board('free', 1), members: await board('members', 2) }
  await site.ctx.memory.forget('boards')
})

async function aPost(title: string, body: string, { board = boards.free, status = 'visible' as PostStatus } = {}): Promise<void> {
  number += 1
  const facts = { number, authorId: 0, title, status, hasImage: 0 as const, createdAt: site.clock.now() }
  const postId = await insertPost(site.ctx.db, { boardId: board, ...facts })
  const { html, text } = renderMarkdown(body)
  await site.ctx.db('post_bodies').insert({ postId, source: body, html, text, rendererVersion: 1 })
}

async function find(text: string, extra = '') {
  const page = await site.visitor().get(`/search?q=${encodeURIComponent(text)}${extra}`)
  expect(page.status).toBe(200)
  return { page, titles: page.texts('.results h2 a') }
}

describe('what is found', () => {
  test('titles and texts that hold every word, newest first, marked', async () => {
    await aPost('동네 칼국수 집', '국물이 **진하고** 면이 쫄깃합니다.')
    await aPost('점심 추천', '오늘은 칼국수를 먹었습니다.')
    await aPost('저녁', '수제비를 먹었습니다.')
    const { page, titles } = await find('칼국수')
    expect(titles).toEqual(['점심 추천', '동네 칼국수 집'])
    expect(page.texts('.results mark')).toEqual(['칼국수', '칼국수'])
    expect(page.text('.search-summary')).toBe('최근 글 5,000개에서 찾았습니다. 결과 2개')
    expect((await find('칼국수 진하고')).titles).toEqual(['동네 칼국수 집'])
    expect((await find('칼국수 수제비')).titles).toEqual([])
  })

  test.each(['%', '_', '\\', '|', "'", '"', '%%', '100%', 'a_b', '\\\\', "'; DROP TABLE posts; --", '<b>', '&amp;', '?', '??', ':name'])(
    '%j finds what holds just that',
    async (sign) => {
      await aPost('아무 글', '아무 내용')
      expect((await find(sign)).titles).toEqual([])
      await aPost('기호 글', `가운데 \`${sign}\` 기호`)
      expect((await find(sign)).titles).toEqual(['기호 글'])
    },
  )

  test('an emoji finds that one, not another', async () => {
    await aPost('웃음', '😀')
    await aPost('바다', '🌊')
    expect((await find('🌊')).titles).toEqual(['바다'])
  })

  test('Hangul typed apart is found together', async () => {
    await aPost('마당', '한글')
    expect((await find('한글'.normalize('NFD'))).titles).toEqual(['마당'])
  })

  test('capital letters make no difference', async () => {
    await aPost('News', 'Madang')
    const { page, titles } = await find('mADANG')
    expect([titles, page.texts('.results mark')]).toEqual([['News'], ['Madang']])
  })

  test('markup in a title or a text stays text', async () => {
    await aPost('<img src=x onerror=__xss(1)> 제목', '<script>__xss(1)</script> 본문')
    const { page, titles } = await find('xss')
    expect(titles).toEqual(['<img src=x onerror=__xss(1)> 제목'])
    expect(page.has('main script')).toBe(false)
    expect(page.has('.results img')).toBe(false)
  })

  test('a word far into a long text is shown with what stands around it', async () => {
    await aPost('긴 글', `${'가나다라 '.repeat(2_000)}바늘${' 마바사아'.repeat(2_000)}`)
    const { page } = await find('바늘')
    const excerpt = page.text('.results p')
    expect(excerpt).toContain('바늘')
    expect([...excerpt].length).toBeLessThan(160)
    expect([excerpt.startsWith('…'), excerpt.endsWith('…')]).toEqual([true, true])
  })
})

describe('what one may not read', () => {
  test('is not found, and not counted', async () => {
    await aPost('모두', 'canary')
    await aPost('회원', 'canary', { board: boards.members })
    await aPost('숨긴', 'canary', { status: 'hidden' })
    await aPost('지운', 'canary', { status: 'deleted' })
    const { page, titles } = await find('canary')
    expect(titles).toEqual(['모두'])
    expect(page.text('.search-summary')).toContain('결과 1개')
    expect((await find('canary', '&board=members')).titles).toEqual([])
    expect(page.body).not.toContain('value="members"')
  })
})

describe('the page', () => {
  test('asks for words when there are none, and searches nothing', async () => {
    for (const text of ['', '   ', '\u3164\u200b']) {
      const { page } = await find(text)
      expect([page.has('.results'), page.has('.search-summary'), page.has('.empty')]).toEqual([false, false, false])
      expect(page.has('input[name=q]')).toBe(true)
    }
  })

  test('says what to try when nothing was found', async () => {
    const { page } = await find('없는말')
    expect(page.text('.empty p')).toBe('“없는말”에 맞는 글이 없습니다.')
  })

  test('shows twenty at a time, and the way to the rest', async () => {
    for (let count = 0; count < 45; count += 1) await aPost(`글 ${count}`, '같은 말')
    expect((await find('같은')).titles).toHaveLength(20)
    const { page, titles } = await find('같은', '&page=3')
    expect(titles).toEqual(['글 4', '글 3', '글 2', '글 1', '글 0'])
    expect(page.text('.pages [aria-current]')).toBe('3')
    expect((await find('같은', '&page=999999999999')).titles).toHaveLength(20)
    const beyond = await find('같은', '&page=99&board=free')
    expect([beyond.page.path, beyond.titles.length]).toEqual([`/search?q=${encodeURIComponent('같은')}&board=free`, 20])
  })

  test.each([
    '?q[]=a',
    '?q=a&q=b',
    '?q[$ne]=1',
    '?page=-1&q=a',
    '?board[]=x&q=a',
    '?board=__proto__&q=a',
    '?q=%FF%FE',
    `?q=${'a'.repeat(5_000)}`,
  ])('answers %s as if it made sense', async (query) => {
    expect((await site.visitor().get(`/search${query}`)).status).toBeLessThan(500)
  })

  test('a board can be chosen', async () => {
    await aPost('여기', '같은 말')
    const { page, titles } = await find('같은', '&board=free')
    expect(titles).toEqual(['여기'])
    expect(page.root.querySelector('#search-board option[selected]')?.getAttribute('value')).toBe('free')
  })

  test('the thirty-first search of a minute waits', async () => {
    // Of different words: the same again is a page that was kept, and costs nothing.
    const visitor = site.visitor()
    for (let count = 0; count < 30; count += 1) expect((await visitor.get(`/search?q=a${count}`)).status).toBe(200)
    const refused = await visitor.get('/search?q=another')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await visitor.get('/search')).status).toBe(200)
  })
})
