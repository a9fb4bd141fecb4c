import { beforeEach, describe, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { listHeadPaths } from '../../../src/features/posts/lists/list-head.paths.ts'
import { ListAddress, listQuery } from '../../../src/features/posts/lists/list-query.types.ts'
import { jsonScriptHtml } from '../../../src/lib/html/json-script.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let free: Board
let mina: Person
beforeEach(async () => {
  free = (await firstBoards(site)).free
  mina = await aMember(site, '미나')
})

// biome-ignore lint/suspicious/noExplicitAny: what machines read is looked at as it comes
const dataOf = (page: Page): any[] =>
  page.root.querySelectorAll('script[type="application/ld+json"]').map((script) => JSON.parse(script.innerHTML))
const meta = (page: Page, property: string) => page.root.querySelector(`meta[property="${property}"]`)?.getAttribute('content')

describe('machines are told', () => {
  test('what a post is, who wrote it and when, and where it stands', async () => {
    await aPost(site, free, mina, { title: '동네 책방', body: '문을 열었습니다.' })
    await mina.agent.submit(await mina.agent.get('/free/1'), '#comment-form', { body: '축하해요' })
    await mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { title: '동네 책방 이야기' })
    const page = await site.visitor().get('/free/1')
    const [posting, crumbs] = dataOf(page)
    expect(posting).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'DiscussionForumPosting',
      url: `${site.url}/free/1`,
      headline: '동네 책방 이야기',
      text: '문을 열었습니다.',
      author: { '@type': 'Person', name: '미나', url: `${site.url}/members/${encodeURIComponent('미나')}` },
      commentCount: 1,
      isPartOf: { url: `${site.url}/free`, name: '자유게시판' },
    })
    const row = await site.ctx.db('posts').first()
    expect([posting.datePublished, posting.dateModified]).toEqual([row.createdAt.toISOString(), row.editedAt.toISOString()])
    expect([meta(page, 'og:type'), meta(page, 'article:published_time'), meta(page, 'article:modified_time')]).toEqual([
      'article',
      posting.datePublished,
      posting.dateModified,
    ])
    expect(crumbs.itemListElement.map(({ position, name, item }: Record<string, unknown>) => [position, name, item])).toEqual([
      [1, '마당', `${site.url}/`],
      [2, '자유게시판', `${site.url}/free`],
      [3, '동네 책방 이야기', `${site.url}/free/1`],
    ])
  })

  test('of a question what was asked, which answer was taken and what others said, but nothing that few may read', async () => {
    const board = await aBoard(site, { slug: 'asking', look: 'qna', nameKo: '묻고 답하기', secretComments: true })
    const post = await aPost(site, board, mina, { title: '무엇을 심을까요?', body: '볕은 오전에만 듭니다.' })
    const helper = await aMember(site, '돕는이')
    for (const [body, secret] of [
      ['시금치요', false],
      ['상추요', false],
      ['몰래 드리는 말씀', true],
    ] as const)
      await createComment(site.ctx, helper.viewer, { board, post }, { body, secret })
    await helper.agent.post('/asking/1/vote', { vote: 'up' })
    await mina.agent.post('/asking/1/comments/2/accept', { accept: 'yes' })
    await mina.agent.post('/asking/1/comments/2/vote', { vote: 'up' })
    const [data] = dataOf(await site.visitor().get('/asking/1'))
    const author = { '@type': 'Person', name: '돕는이', url: `${site.url}/members/${encodeURIComponent('돕는이')}` }
    expect(data).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        ...{ name: '무엇을 심을까요?', text: '볕은 오전에만 듭니다.', answerCount: 3, upvoteCount: 1 },
        acceptedAnswer: { '@type': 'Answer', text: '상추요', upvoteCount: 1, url: `${site.url}/asking/1/comments/2`, author },
        suggestedAnswer: [{ '@type': 'Answer', text: '시금치요', upvoteCount: 0, author }],
      },
    })
    expect(JSON.stringify(data)).not.toContain('몰래')
    expect(dataOf(await mina.agent.get('/asking/1'))[0].mainEntity.suggestedAnswer).toHaveLength(1)
  })

  test('of a board where it stands', async () => {
    const page = await site.visitor().get('/free')
    expect(dataOf(page)).toMatchObject([{ '@type': 'BreadcrumbList' }])
    expect(meta(page, 'og:type')).toBe('website')
  })

  test('nothing of what is hidden or secret, but to keep away', async () => {
    await aPost(site, free, mina)
    for (const facts of [{ status: 'hidden' }, { status: 'visible', secret: 1 }]) {
      await site.ctx.db('posts').update(facts)
      const page = await mina.agent.get('/free/1')
      expect([dataOf(page), page.root.querySelector('meta[name=robots]')?.getAttribute('content')]).toEqual([[], 'noindex'])
    }
  })

  test('whatever a title holds, it stays data', async () => {
    const titles = ['</script><script>alert(1)</script>', '<!--<script>', '--> ]]> &lt;/script&gt;', '"}],"x":"\\', '\u2028\u2029 줄']
    for (const title of titles) await aPost(site, free, mina, { title, body: title })
    for (const [index] of titles.entries()) {
      const page = await site.visitor().get(`/free/${index + 1}`)
      const row = await site.ctx
        .db('posts')
        .where({ number: index + 1 })
        .first()
      expect(dataOf(page)[0].headline).toBe(String(row.title).replace(/\s+/g, ' ').trim())
      const scripts = [...page.body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, inside]) => inside)
      expect(scripts).toHaveLength(2)
      expect(scripts.join('')).not.toMatch(/[<>&]/)
    }
    expect(JSON.parse(jsonScriptHtml({ a: '</script>&\u2028' }))).toEqual({ a: '</script>&\u2028' })
  })
})

describe('a list has one address', () => {
  const head = (search: string, pages = 9) =>
    listHeadPaths(free, listQuery(guest, free, ListAddress.parse(Object.fromEntries(new URLSearchParams(search)))), pages)

  test('each page is its own, with the one before and the one after', () => {
    expect(head('')).toEqual({ canonicalPath: '/free', nextPath: '/free?page=2' })
    expect(head('page=2')).toEqual({ canonicalPath: '/free?page=2', previousPath: '/free', nextPath: '/free?page=3' })
    expect(head('page=9')).toEqual({ canonicalPath: '/free?page=9', previousPath: '/free?page=8' })
    expect(head('utm_source=x&sort=newest&junk=1')).toEqual({ canonicalPath: '/free', nextPath: '/free?page=2' })
  })

  test('what is filtered or sorted is followed and not remembered', () => {
    expect(head('sort=votes&page=2')).toEqual({
      canonicalPath: '/free?sort=votes&page=2',
      robots: 'noindex, follow',
      previousPath: '/free?sort=votes',
      nextPath: '/free?sort=votes&page=3',
    })
    expect(head('filter=popular&junk=1', 1)).toEqual({ canonicalPath: '/free?filter=popular', robots: 'noindex, follow' })
  })

  test('and the page says so', async () => {
    await site.ctx.db('boards').update({ pageSize: 5 })
    await site.ctx.memory.forget('boards')
    for (let n = 0; n < 11; n += 1) await aPost(site, free, mina)
    const page = await site.visitor().get('/free?page=2&utm_source=x')
    const link = (rel: string) => page.root.querySelector(`link[rel=${rel}]`)?.getAttribute('href')
    expect([link('canonical'), link('prev'), link('next')]).toEqual([
      `${site.url}/free?page=2`,
      `${site.url}/free`,
      `${site.url}/free?page=3`,
    ])
  })
})
