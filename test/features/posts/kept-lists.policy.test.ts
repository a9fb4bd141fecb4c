import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../../../src/context.ts'
import { sorts } from '../../../src/features/boards/board-settings.types.ts'
import { canReadOn, seesAllPosts } from '../../../src/features/boards/boards.policy.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { loadListPage } from '../../../src/features/posts/lists/list-pages.read-models.ts'
import { ListAddress, listQuery } from '../../../src/features/posts/lists/list-query.types.ts'
import { canReadPost } from '../../../src/features/posts/posts.policy.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { useSite } from '../../support/site.ts'
import { aKeptYard, type KeptYard } from './kept-yard.ts'

const site = useSite()
let yard: KeptYard
beforeEach(async () => {
  yard = await aKeptYard(site)
})

/** What one may find in lists of a board; a consultation board shows everyone their own alone, notices stand above every list. */
const listed = (viewer: Viewer, board: Board): Post[] =>
  yard.of(board).filter((post) => post.status === 'visible' && post.pinnedAt === null && canReadPost(viewer, board, { ...post, secret: 0 }))

const shown = async (viewer: Viewer, board: Board, address: Record<string, string>): Promise<number[]> => {
  const list = await loadListPage(site.ctx, viewer, board, listQuery(viewer, board, ListAddress.parse(address)))
  return list?.rows.map(({ number }) => number) ?? []
}

async function compare(address: Record<string, string>, wanted: (viewer: Viewer, board: Board, posts: Post[]) => Post[]): Promise<void> {
  let found = 0
  for (const [name, viewer] of Object.entries(yard.viewers)) {
    for (const board of yard.boards.filter((one) => canReadOn(viewer, one))) {
      const expected = wanted(viewer, board, listed(viewer, board)).map(({ number }) => number)
      const numbers = await shown(viewer, board, address)
      expect([name, board.slug, numbers]).toEqual([name, board.slug, expected])
      found += expected.length
    }
  }
  // A comparison of nothing with nothing would prove nothing.
  expect(found).toBeGreaterThan(0)
}

const newestFirst = (posts: readonly Post[]): Post[] => [...posts].sort((a, b) => b.number - a.number)

/** Filters say nothing where everyone sees their own posts: it is those, whatever is asked. */
const filtered = (keep: (viewer: Viewer, board: Board, post: Post) => boolean) => (viewer: Viewer, board: Board, posts: Post[]) =>
  newestFirst(seesAllPosts(viewer, board) ? posts.filter((post) => keep(viewer, board, post)) : posts)

test('one’s own posts are listed to their author alone', () =>
  compare(
    { filter: 'mine' },
    filtered((viewer, _board, { authorId }) => viewer.memberId !== null && authorId === viewer.memberId),
  ))

test('of unanswered and of popular posts each reader finds those that they may find', async () => {
  await compare(
    { filter: 'unanswered' },
    filtered((_viewer, _board, { commentCount }) => commentCount === 0),
  )
  await compare(
    { filter: 'popular' },
    filtered((_viewer, _board, { popularAt }) => popularAt !== null),
  )
})

test('nobody is found by name on an anonymous board; elsewhere an author has the posts that bear their name', async () => {
  const { memberId } = yard.mina.viewer
  await compare(
    { author: 'mina' },
    filtered((_viewer, board, { authorId, anonymous }) => board.anonymous || (authorId === memberId && anonymous === 0)),
  )
  await compare({ filter: 'mine', author: 'juno' }, (viewer, _board, posts) =>
    newestFirst(posts.filter(({ authorId }) => viewer.memberId !== null && authorId === viewer.memberId)),
  )
})

test('what bears no name is found by no name when its board names authors again', async () => {
  await site.ctx.db('boards').where({ slug: 'masked' }).update({ anonymous: 0 })
  const masked = { ...yard.boards.find(({ slug }) => slug === 'masked')!, anonymous: false }
  for (const viewer of Object.values(yard.viewers)) expect(await shown(viewer, masked, { author: 'mina' })).toEqual([])
})

test.each([
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
] as const)('a list of a %s holds what was written within it, and of that what one may find', async (period, days) => {
  const since = site.clock.now().getTime() - days * 86_400_000
  await compare({ period }, (_viewer, _board, posts) => newestFirst(posts.filter(({ createdAt }) => createdAt.getTime() >= since)))
  await compare({ period, filter: 'unanswered' }, (viewer, board, posts) =>
    newestFirst(
      posts.filter(({ createdAt, commentCount }) => createdAt.getTime() >= since && (commentCount === 0 || !seesAllPosts(viewer, board))),
    ),
  )
})

const ranking: Record<(typeof sorts)[number], (post: Post) => number> = {
  newest: ({ number }) => number,
  active: ({ lastActivityAt }) => lastActivityAt.getTime(),
  votes: ({ voteCount }) => voteCount,
  views: ({ viewCount }) => viewCount,
  comments: ({ commentCount }) => commentCount,
}

test.each(sorts)('in the order by %s each reader finds all that they may find, once', async (sort) => {
  const value = ranking[sort]
  await compare({ sort }, (viewer, board, posts) =>
    seesAllPosts(viewer, board) ? newestFirst(posts).sort((a, b) => value(b) - value(a)) : newestFirst(posts),
  )
})
