import { parseRssFeed } from 'feedsmith'
import { Parser } from 'htmlparser2'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { canaries } from '../../support/canaries.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { fillSite } from '../../support/filled-site.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const read = async (path: string) => {
  const answer = await site.visitor().request(path)
  const xml = await answer.text()
  return { answer, xml, feed: answer.status === 200 ? parseRssFeed(xml) : null }
}

describe('a feed', () => {
  let free: Board
  let mina: Person
  beforeEach(async () => {
    free = (await firstBoards(site)).free
    mina = await aMember(site, '미나')
  })

  test('holds the newest posts of its board, whole, with addresses that lead here from anywhere', async () => {
    await aPost(site, free, mina, { title: '첫 글', body: '**굵은** 글' })
    await aPost(site, free, mina, { title: 'R&D <ⓒ 2026> ]]> 끝', body: '[여기](/free/1)를 보세요. 둘째 줄 ]]> <b>글</b>' })
    const { answer, xml, feed } = await read('/feeds/free.xml')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8'])
    expect(feed).toMatchObject({ title: '자유게시판 > 마당', link: `${site.url}/free`, language: 'ko' })
    expect(feed?.items?.map(({ title }) => title)).toEqual(['R&D <ⓒ 2026> ]]> 끝', '첫 글'])
    const [newest, first] = feed?.items ?? []
    expect(newest).toMatchObject({ link: `${site.url}/free/2`, guid: { value: `${site.url}/free/2` }, dc: { creators: ['미나'] } })
    expect(newest?.content?.encoded).toContain(`href="${site.url}/free/1"`)
    expect(first?.content?.encoded).toContain('<strong>굵은</strong>')
    expect(wellFormed(xml)).toBe(true)
  })

  test('of all boards mixes those that have one', async () => {
    const club = await aBoard(site, { slug: 'club', listLevel: 1, readLevel: 2 })
    const off = await aBoard(site, { slug: 'off' })
    await site.ctx.db('boards').where({ id: off.id }).update({ feedEnabled: 0 })
    await site.ctx.memory.forget('boards')
    for (const board of [free, club, off]) await aPost(site, board, mina, { title: `글 in ${board.slug}` })
    expect((await read('/feeds/all.xml')).feed?.items?.map(({ title }) => title)).toEqual(['글 in free'])
    for (const slug of ['club', 'off', 'nowhere']) expect([slug, (await read(`/feeds/${slug}.xml`)).answer.status]).toEqual([slug, 404])
    expect((await mina.agent.request('/feeds/club.xml')).status).toBe(404)
  })

  test('names nobody who is anonymous, and tells nothing that is secret, hidden or waiting', async () => {
    const posts: Post[] = []
    for (const title of ['공개', '비밀', '숨김', '대기', '익명'])
      posts.push(await aPost(site, free, mina, { title, body: `${title} 본문` }))
    const change = (index: number, facts: Partial<Post>) => changePosts(site, { id: posts[index]!.id }, facts)
    await change(1, { secret: 1 })
    await change(2, { status: 'hidden' })
    await change(3, { status: 'pending' })
    await change(4, { anonymous: 1 })
    for (const path of ['/feeds/free.xml', '/feeds/all.xml']) {
      const { xml, feed } = await read(path)
      expect(feed?.items?.map(({ title }) => title)).toEqual(['익명', '공개'])
      expect(feed?.items?.[0]?.dc).toBeUndefined()
      expect(xml).not.toMatch(/비밀|숨김|대기/)
    }
  })

  test('is well-formed whatever is written, and runs nothing', async () => {
    const odd = [
      '\u0000\u0001\u000b\u001f\ufffe\uffff',
      '\ud800',
      '&#0;',
      ']]>',
      '<![CDATA[',
      '<script>alert(1)</script>',
      '&amp;lt;',
      '👨‍👩‍👧‍👦',
    ]
    for (const text of odd) await aPost(site, free, mina, { title: `제목 ${text}`, body: `본문 ${text}` })
    // As an importer could leave it.
    await site.ctx.db('post_bodies').update({ text: `\u0001 본문 \u000b` })
    const { xml, feed } = await read('/feeds/free.xml')
    expect(feed?.items).toHaveLength(odd.length)
    expect(wellFormed(xml)).toBe(true)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no XML may hold
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    expect(feed?.items?.map((item) => item.content?.encoded).join()).not.toContain('<script')
  })

  test('is kept like a page, and a program that has it is told so', async () => {
    await aPost(site, free, mina)
    const first = await read('/feeds/free.xml')
    const etag = first.answer.headers.get('etag') ?? ''
    const modified = first.answer.headers.get('last-modified') ?? ''
    const ask = (headers: Record<string, string>) =>
      site.visitor().request('/feeds/free.xml', { headers: { 'cache-control': 'max-age=0', ...headers } })
    expect((await ask({ 'if-none-match': etag })).status).toBe(304)
    expect((await ask({ 'if-modified-since': modified })).status).toBe(304)
    await aPost(site, free, mina, { title: '새 글' })
    expect(await (await ask({ 'if-none-match': etag })).text()).toContain('새 글')
  })

  test('stands in the head of its board’s page', async () => {
    const page = await site.visitor().get('/free')
    const link = page.root.querySelector('link[rel=alternate][type="application/rss+xml"]')
    expect([link?.getAttribute('href'), link?.getAttribute('title')]).toEqual([`${site.url}/feeds/free.xml`, '자유게시판 새 글'])
    await site.ctx.db('boards').update({ feedEnabled: 0 })
    await site.ctx.memory.forget('boards')
    expect((await site.visitor().get('/free')).has('link[rel=alternate]')).toBe(false)
  })
})

/** TRUST #39. */
test('no feed tells what guests may not read', async () => {
  await fillSite(site)
  for (const slug of ['all', 'free', 'notice', 'busy', 'inside', 'staff']) {
    const { xml } = await read(`/feeds/${slug}.xml`)
    expect([slug, Object.values(canaries).filter((canary) => xml.includes(canary))]).toEqual([slug, []])
  }
})

/** Every element that is opened is closed, in order. */
function wellFormed(xml: string): boolean {
  const open: string[] = []
  let sound = xml.startsWith('<?xml')
  const parser = new Parser(
    {
      onopentag: (name) => void open.push(name),
      onclosetag(name, implied) {
        if (open.pop() !== name || (implied && !new RegExp(`<${name}[^>]*/>`).test(xml))) sound = false
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return sound && open.length === 0
}
