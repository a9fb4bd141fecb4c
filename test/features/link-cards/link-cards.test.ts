import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { fetchLinkCards } from '../../../src/features/link-cards/link-cards.jobs.ts'
import { purgeLinkCards } from '../../../src/features/link-cards/unused-cards.jobs.ts'
import { updateText } from '../../../src/features/posts/posts.repository.ts'
import { holdPost } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { tellSubscribers } from '../../../src/subscribers.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { useStrangers } from '../../support/strangers.ts'
import { aPicture, aPngBomb } from '../uploads/pictures.ts'

const site = useSite()
const strangers = useStrangers(site)
const MINUTE = 60_000
const DAY = 1_440 * MINUTE

let board: Board
let mina: Person
beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

const relay = () => relayOutbox(site.ctx, (event, payload) => tellSubscribers(site.ctx, event, payload))
/** The worker has told the news and asked for what is due. */
async function work(): Promise<number> {
  await relay()
  return fetchLinkCards(site.ctx)
}
const linking = (...paths: string[]) => paths.map((path) => strangers.url + path).join('\n\n')
const read = async (number = 1) => {
  const page = await site.visitor().get(`/free/${number}`)
  return { page, card: page.root.querySelector('.link-card') }
}
const article = `<title>바다 - 신문</title><meta property="og:title" content="바다가 &amp;lt;푸른&amp;gt; 까닭 R&amp;D">
  <meta name="description" content="빛이   흩어지기&#10;때문이다."><meta property="og:site_name" content="오늘 신문">`

describe('a post that links a page', () => {
  test('shows a card of it once the worker has asked: entities decoded once, with the site that it leads to', async () => {
    strangers.saysPage('/1', article)
    await aPost(site, board, mina, { body: `보세요\n\n${linking('/1')}\n\n끝` })
    expect((await read()).card).toBeNull()
    expect(strangers.asked).toEqual([])
    expect(await work()).toBe(1)
    const { card } = await read()
    expect(card?.querySelector('a')?.getAttribute('href')).toBe(`${strangers.url}/1`)
    expect(card?.querySelector('.link-card__title')?.rawText).toBe('바다가 &amp;lt;푸른&amp;gt; 까닭 R&amp;D')
    expect(card?.querySelector('.link-card__description')?.text).toBe('빛이 흩어지기 때문이다.')
    expect(card?.querySelector('.link-card__site')?.text).toBe('오늘 신문 · news.example')
    expect(card?.querySelector('img')).toBeNull()
  })

  test('shows its picture as a small one of ours, that every reader gets from us alone', async () => {
    strangers.saysPage('/1', `${article}<meta property="og:image" content="/sea.png">`)
    strangers.says('/sea.png', 'image/png', await aPicture('png', { width: 1_200, height: 630 }))
    await aPost(site, board, mina, { body: linking('/1') })
    await work()
    const image = (await read()).card?.querySelector('img')
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['400', '300'])
    const path = image?.getAttribute('src') ?? ''
    expect(path).toMatch(/^\/files\/cards\/[0-9a-f]{32}\.webp$/)
    const picture = await site.visitor().request(path)
    expect([picture.status, picture.headers.get('content-type'), picture.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/webp',
      'nosniff',
    ])
    expect((await picture.arrayBuffer()).byteLength).toBeLessThan(50_000)
    const again = await site
      .visitor()
      .request(path, { headers: { 'if-none-match': picture.headers.get('etag') ?? '', 'cache-control': 'max-age=0' } })
    expect(again.status).toBe(304)
    for (const wrong of [path.replace(/[0-9a-f]{4}\.webp/, '0000.webp'), '/files/cards/x.webp', '/files/cards/..%2f..%2fx.webp']) {
      expect((await site.visitor().request(wrong)).status).toBe(404)
    }
  })

  test('is asked for once, however often it is linked and the news is told; later posts show it at once', async () => {
    strangers.saysPage('/1', article)
    const post = await aPost(site, board, mina, { body: linking('/1') })
    await aPost(site, board, mina, { body: linking('/1') })
    await work()
    await tellSubscribers(site.ctx, 'post.created', { postId: post.id, boardId: board.id })
    await work()
    await aPost(site, board, mina, { body: linking('/1') })
    for (const number of [1, 2, 3]) expect((await read(number)).card?.text).toContain('오늘 신문')
    expect(strangers.asked).toEqual(['/1'])
  })

  test('gets no more than five cards, and what stands in a sentence none', async () => {
    for (const path of ['/1', '/2', '/3', '/4', '/5', '/6', '/in']) strangers.saysPage(path, article)
    await aPost(site, board, mina, { body: `${linking('/1', '/2', '/3', '/4', '/5', '/6')}\n\n보면 ${strangers.url}/in 좋다` })
    await work()
    expect([...strangers.asked].sort()).toEqual(['/1', '/2', '/3', '/4', '/5'])
    expect((await read()).page.root.querySelectorAll('.link-card')).toHaveLength(5)
  })

  test('that is changed while the page is asked for keeps what its author wrote last', async () => {
    await aPost(site, board, mina, { body: linking('/1') })
    strangers.pages.set('/1', async (_req, res) => {
      await mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { body: '다른 글' })
      res.writeHead(200, { 'Content-Type': 'text/html' }).end(article)
    })
    expect(await work()).toBe(1)
    const { page, card } = await read()
    expect([page.text('.text'), card]).toEqual(['다른 글', null])
  })

  test('is not given back an older text by a card that came at the same moment', async () => {
    strangers.saysPage('/1', article)
    const post = await aPost(site, board, mina, { body: linking('/1') })
    await relay()
    const rendering = await inTransaction(site.ctx.db, async (trx) => {
      await holdPost(trx, post.id)
      const waits = fetchLinkCards(site.ctx)
      await sleep(300)
      const body = { source: '다른 글', html: '<p>다른 글</p>', text: '다른 글', rendererVersion: 1 }
      const { title, secret, excerpt, coverKey, hasImage, hasVideo, hasFile, hasLink } = post
      await updateText(
        trx,
        post,
        { commentsClosed: 0, title, secret, excerpt, coverKey, hasImage, hasVideo, hasFile, hasLink, editedAt: null },
        body,
      )
      return { waits }
    })
    expect(await rendering.waits).toBe(1)
    const { page, card } = await read()
    expect([page.text('.text'), card]).toEqual(['다른 글', null])
  })
})

describe('a page that cannot be shown', () => {
  test.each<[string, (path: string) => void]>([
    ['is not there', () => undefined],
    ['is no page', (path) => strangers.says(path, 'application/pdf', '%PDF')],
    ['has no title', (path) => strangers.saysPage(path, '<title> </title><meta property="og:title" content="&#8203;">')],
    [
      'leads inside',
      (path) => void strangers.pages.set(path, (_q, res) => void res.writeHead(302, { Location: 'http://169.254.169.254/' }).end()),
    ],
  ])('because it %s is asked for once, and stays a link', async (_why, prepare) => {
    prepare('/1')
    await aPost(site, board, mina, { body: linking('/1') })
    expect(await work()).toBe(0)
    site.clock.advance(7 * DAY)
    await aPost(site, board, mina, { body: linking('/1') })
    expect(await work()).toBe(0)
    expect(strangers.asked).toEqual(['/1'])
    const { page, card } = await read()
    expect([card, page.links().includes(`${strangers.url}/1`)]).toEqual([null, true])
    strangers.saysPage('/1', article)
    site.clock.advance(24 * DAY)
    await aPost(site, board, mina, { body: linking('/1') })
    expect(await work()).toBe(1)
  })

  test('because its server is ill is asked for again, later each time, and not for ever', async () => {
    strangers.says('/1', 'text/html', '', 503)
    await aPost(site, board, mina, { body: linking('/1') })
    const tries: number[] = []
    for (let minute = 0; minute < 2_000; minute += 5) {
      const before = strangers.asked.length
      await work()
      if (strangers.asked.length > before) tries.push(minute)
      site.clock.advance(5 * MINUTE)
    }
    expect(tries).toHaveLength(5)
    const waits = tries.slice(1).map((minute, index) => minute - (tries[index] ?? 0))
    expect(waits).toEqual([...waits].sort((one, other) => one - other))
    expect((await read()).card).toBeNull()
  })

  test('holds up neither the news nor the other cards', async () => {
    strangers.pages.set('/slow', () => undefined)
    strangers.saysPage('/1', article)
    await aPost(site, board, mina, { body: linking('/slow', '/1') })
    const startedAt = performance.now()
    expect(await relay()).toBeGreaterThan(0)
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(await fetchLinkCards(site.ctx)).toBe(1)
    expect((await read()).page.root.querySelectorAll('.link-card')).toHaveLength(1)
  })

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['is a bomb', () => aPngBomb(), 'image/png'],
    [
      'is script in a drawing',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>__xss(1)</script></svg>'),
      'image/svg+xml',
    ],
    ['counts readers', () => aPicture('gif', { width: 2, height: 2 }), 'image/gif'],
    ['is a page', () => Buffer.from('<html>'), 'text/html'],
    ['is huge', () => Buffer.alloc(3 * 2 ** 20), 'image/png'],
    ['is broken', async () => (await aPicture('jpeg', { width: 500, height: 500 })).subarray(0, 300), 'image/jpeg'],
  ])('a card whose picture %s goes without', async (_why, picture, type) => {
    strangers.saysPage('/1', `${article}<meta property="og:image" content="${strangers.url}/picture">`)
    strangers.says('/picture', type, await picture())
    await aPost(site, board, mina, { body: linking('/1') })
    expect(await work()).toBe(1)
    const { card } = await read()
    expect(card?.querySelector('img')).toBeNull()
    expect(card?.text).toContain('오늘 신문')
  })
})

describe('what other sites are not told', () => {
  test('that a secret, hidden, waiting or deleted post links them, nor one of a board for consultation', async () => {
    strangers.saysPage('/1', article)
    const post = await aPost(site, board, mina, { body: linking('/1') })
    for (const change of [{ secret: 1 }, { secret: 0, status: 'hidden' }, { status: 'pending' }, { status: 'deleted' }]) {
      await site.ctx.db('posts').where({ id: post.id }).update(change)
      await tellSubscribers(site.ctx, 'post.edited', { postId: post.id, boardId: board.id })
      expect(await work()).toBe(0)
    }
    await site.ctx.db('posts').where({ id: post.id }).update({ status: 'visible' })
    await site.ctx.db('boards').where({ id: board.id }).update({ consultation: 1 })
    await site.ctx.memory.forget('boards')
    await tellSubscribers(site.ctx, 'post.edited', { postId: post.id, boardId: board.id })
    expect([await work(), strangers.asked]).toEqual([0, []])
    await site.ctx.db('boards').where({ id: board.id }).update({ consultation: 0 })
    await site.ctx.memory.forget('boards')
    await tellSubscribers(site.ctx, 'post.restored', { postId: post.id, boardId: board.id })
    expect([await work(), strangers.asked]).toEqual([1, ['/1']])
  })
})

test('a post that is hidden before its link was asked for is not told of either; shown again, it is', async () => {
  strangers.saysPage('/1', article)
  const post = await aPost(site, board, mina, { body: linking('/1') })
  await relay()
  await site.ctx.db('posts').where({ id: post.id }).update({ status: 'hidden' })
  expect([await fetchLinkCards(site.ctx), strangers.asked]).toEqual([0, []])
  await site.ctx.db('posts').where({ id: post.id }).update({ status: 'visible' })
  await tellSubscribers(site.ctx, 'post.restored', { postId: post.id, boardId: board.id })
  expect([await work(), strangers.asked]).toEqual([1, ['/1']])
})

describe('cards grow old', () => {
  test('after a month the next post that links the page has it asked for anew; all show what it says now', async () => {
    strangers.saysPage('/1', `${article}<meta property="og:image" content="/sea.png">`)
    strangers.says('/sea.png', 'image/png', await aPicture('png', { width: 400, height: 200 }))
    await aPost(site, board, mina, { body: linking('/1') })
    await work()
    const before = (await read()).card?.querySelector('img')?.getAttribute('src')
    site.clock.advance(31 * DAY)
    strangers.saysPage('/1', '<title>새 제목</title><meta property="og:image" content="/sea.png">')
    await aPost(site, board, mina, { body: linking('/1') })
    expect(await work()).toBe(1)
    const { card } = await read()
    expect([card?.querySelector('.link-card__title')?.text, card?.querySelector('img')?.getAttribute('src')]).toEqual(['새 제목', before])
    site.clock.advance(31 * DAY)
    strangers.pages.clear()
    await aPost(site, board, mina, { body: linking('/1') })
    expect(await work()).toBe(0)
    expect((await read(3)).card?.text).toContain('새 제목')
  })

  test('those that no post shows any more are dropped at night, with their picture, and no others', async () => {
    for (const path of ['/1', '/2']) strangers.saysPage(path, `${article}<meta property="og:image" content="/sea.png">`)
    strangers.says('/sea.png', 'image/png', await aPicture('png', { width: 400, height: 200 }))
    await aPost(site, board, mina, { body: linking('/1') })
    await aPost(site, board, mina, { body: linking('/2') })
    await work()
    const [gone, kept] = await Promise.all(
      [1, 2].map(async (number) => (await read(number)).card?.querySelector('img')?.getAttribute('src') ?? ''),
    )
    await mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { body: '이제 없다' })
    await work()
    site.clock.advance(2 * 60 * MINUTE)
    expect(await purgeLinkCards(site.ctx)).toBe(1)
    expect((await site.visitor().request(gone ?? '')).status).toBe(404)
    expect((await site.visitor().request(kept ?? '')).status).toBe(200)
    const stored: string[] = []
    for await (const name of site.ctx.storage.listOlderThan(new Date(site.clock.now().getTime() + MINUTE))) stored.push(name)
    expect(stored).toHaveLength(1)
  })
})
