import { expect, test } from 'vitest'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { editPost } from '../../src/features/posts/posts.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { routeTable } from '../../src/routes.ts'
import type { Agent } from '../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../support/factories.ts'
import { useSite } from '../support/site.ts'
import { addressOf } from './doors.ts'

const site = useSite()

/** Words that stand only where few may read: where one is found, it leaked. */
const words = (canary: string) => ({ title: `${canary} title`, body: `${canary} body https://${canary}.example.org/`, tags: [canary] })
const CANARY = /canary(pending|private|withdrawn|planned|before)/g

/** Every door that is read, with what stands in its address replaced by each of the posts, and lists in each of their orders. */
function addressesOf(posts: readonly Post[], slugs: ReadonlyMap<number, string>): string[] {
  const doors = routeTable(site.ctx).flatMap(({ method, path }) => (method === 'GET' && !/log-?out|setup/.test(path) ? [path] : []))
  const fixed = {
    nickname: '나래새',
    slug: 'about',
    group: 'community',
    file: 'all.xml',
    id: 1,
    comment: 1,
    version: 1,
    position: 1,
    post: 1,
  }
  const places = posts.map((post) => ({ ...fixed, board: slugs.get(post.boardId) ?? '', number: post.number, id: post.id, post: post.id }))
  const tags = ['pending', 'private', 'withdrawn', 'planned'].map((name) => `/tags/canary${name}`)
  const lists = [...slugs.values()].flatMap((slug) => [
    ...['', '?filter=unanswered', '?filter=popular', '?sort=comments', '?sort=active', '?author=나래새', '?period=week'].map(
      (q) => `/${slug}${q}`,
    ),
    ...[`/feeds/${slug}.xml`, `/search?board=${slug}&q=canary`, `/search?q=title&board=${slug}`],
  ])
  const all = doors.flatMap((path) => places.map((place) => addressOf(path, place)))
  const more = ['/search?q=canary', '/new?tab=comments', '/members/나래새?tab=comments', '/popular?period=month', '/feeds/all.xml']
  return [...new Set([...all, ...lists, ...tags, ...more])]
}

async function leaksTo(name: string, agent: Agent, addresses: readonly string[], allowed: readonly string[] = []): Promise<string[]> {
  const leaks: string[] = []
  for (const path of addresses) {
    const answer = await agent.request(encodeURI(path))
    if (answer.status >= 500) leaks.push(`${name} ${path}: ${answer.status}`)
    const told = `${[...answer.headers].join(' ')} ${await answer.text()}`
    const found = (told.match(CANARY) ?? []).filter((word) => !path.includes(word) && !allowed.includes(word))
    if (found[0]) leaks.push(`${name} ${path}: ${found[0]}`)
  }
  return leaks
}

async function become(board: Board, post: Post, author: Person, fields: Record<string, string>): Promise<void> {
  const path = `/${board.slug}/${post.number}/edit`
  const page = await author.agent.submit(await author.agent.get(path), '#post-form', fields)
  if (page.status !== 200) throw new Error(`${path}: ${page.status}`)
}

test('what waits, is private, was taken back, is planned or was said before stands behind no door of others', async () => {
  const board = await aBoard(site, { slug: 'open', history: 'staff' })
  const queue = await aBoard(site, { slug: 'queue', approval: true })
  const author = await aMember(site, '나래새')
  const stranger = await aMember(site, '이웃')
  const elsewhere = await aMember(site, '딴지기', { moderates: [await aBoard(site, { slug: 'other' })] })
  const moderator = await aMember(site, '지기', { moderates: [board, queue] })
  const owner = await aMember(site, '주인', { level: 10 })
  const pending = await aPost(site, queue, author, words('canarypending'))
  const kept = await aPost(site, board, author, { ...words('canaryprivate'), private: true })
  const withdrawn = await aPost(site, board, author, words('canarywithdrawn'))
  await createComment(site.ctx, author.viewer, { board, post: withdrawn }, { body: 'canarywithdrawn comment', parent: undefined })
  await site.ctx.db('boards').where({ id: board.id }).update({ deleteAfterComments: 1 })
  await site.ctx.memory.forget('boards')
  await stranger.agent.post(`/open/${withdrawn.number}/bookmark`, { bookmark: 'add' })
  await become(board, withdrawn, author, { publish: 'private' })
  const changed = await aPost(site, board, author, { title: 'an open post', body: 'canarybefore' })
  await editPost(site.ctx, author.viewer, { board, post: changed }, { title: 'an open post', body: 'now', version: 1, why: 'canarybefore' })
  const plan = { ...words('canaryplanned'), tags: 'canaryplanned', publish: 'later', publishAt: '2027-01-01T00:00' }
  site.clock.set('2026-11-26T00:00:00Z')
  await author.agent.submit(await author.agent.get('/open/write'), '#post-form', plan)

  // Their author finds each of them: without that the search below would prove nothing.
  for (const [path, word] of [
    [`/queue/${pending.number}`, 'canarypending'],
    [`/open/${kept.number}`, 'canaryprivate'],
    [`/open/${withdrawn.number}`, 'canarywithdrawn'],
    [`/open/${changed.number}/history`, 'canarybefore'],
    ['/me/scheduled', 'canaryplanned'],
  ] as const) {
    expect((await author.agent.get(path)).body).toContain(word)
  }

  const slugs = new Map([board, queue].map(({ id, slug }) => [id, slug]))
  const addresses = addressesOf([pending, kept, withdrawn, changed], slugs)
  const leaks = [
    ...(await leaksTo('guest', site.visitor(), addresses)),
    ...(await leaksTo('stranger', stranger.agent, addresses)),
    ...(await leaksTo('moderator of another board', elsewhere.agent, addresses)),
    ...(await leaksTo('moderator', moderator.agent, addresses, ['canarypending', 'canarywithdrawn', 'canarybefore'])),
    ...(await leaksTo('owner', owner.agent, addresses, ['canarypending', 'canarywithdrawn', 'canarybefore'])),
  ]
  expect(leaks).toEqual([])
}, 240_000)
