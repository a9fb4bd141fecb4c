import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { canReadOn, isShownElsewhere } from '../../../src/features/boards/boards.policy.ts'
import { listFeedPosts } from '../../../src/features/feeds/feeds.read-models.ts'
import { loadListPage } from '../../../src/features/posts/lists/list-pages.read-models.ts'
import { plainList } from '../../../src/features/posts/lists/list-query.types.ts'
import { boardsShownElsewhere, listPopularPosts, loadOverview } from '../../../src/features/posts/overview.read-models.ts'
import { canReadPost, isPublic } from '../../../src/features/posts/posts.policy.ts'
import { findPosts } from '../../../src/features/search/search.read-models.ts'
import { listNewPosts, listPostsBy } from '../../../src/features/streams/streams.read-models.ts'
import { useSite } from '../../support/site.ts'
import { aKeptYard } from './kept-yard.ts'

const site = useSite()

const sorted = (posts: readonly { boardId: number; number: number }[]) => posts.map(({ boardId, number }) => `${boardId}/${number}`).sort()

test('on its board each reader finds in list and notices what the policy lets them read, and of secret posts that they are there', async () => {
  const { boards, viewers, of } = await aKeptYard(site)
  for (const [name, viewer] of Object.entries(viewers)) {
    for (const board of boards.filter((one) => canReadOn(viewer, one))) {
      const list = await loadListPage(site.ctx, viewer, board, plainList(viewer, board))
      const visible = of(board).filter((post) => post.status === 'visible' && canReadPost(viewer, board, { ...post, secret: 0 }))
      const own = (list?.notices ?? []).filter(({ boardId }) => boardId === board.id)
      expect([name, board.slug, sorted(list?.rows ?? [])]).toEqual([name, board.slug, sorted(visible.filter((post) => !post.pinnedAt))])
      expect([name, board.slug, sorted(own)]).toEqual([name, board.slug, sorted(visible.filter((post) => post.pinnedAt))])
    }
  }
}, 120_000)

test('away from its board each reader meets what they may read, and nothing secret, consulted or waiting', async () => {
  const { boards, viewers, mina, of } = await aKeptYard(site)
  const { db } = site.ctx
  for (const [name, viewer] of Object.entries(viewers)) {
    const elsewhere = await boardsShownElsewhere(site.ctx, viewer)
    const slugs = elsewhere.map(({ slug }) => slug).sort()
    expect([name, slugs]).toEqual([name, boards.flatMap((board) => (isShownElsewhere(viewer, board) ? [board.slug] : [])).sort()])
    const shown = elsewhere.flatMap((board) => of(board).filter((post) => canReadPost(viewer, board, post)))
    const open = shown.filter((post) => post.status === 'visible' && post.secret === 0)
    const found = async (page: number) =>
      (await findPosts(db, viewer, { boardIds: elsewhere.map(({ id }) => id), words: ['lantern'], page })).posts
    expect([name, sorted(await allPages(found))]).toEqual([name, sorted(open)])
    const fresh = (by: typeof listNewPosts) => allSpans((before) => by(db, elsewhere, before))
    expect([name, sorted(await fresh(listNewPosts))]).toEqual([name, sorted(open)])
    const named = open.filter(({ authorId, anonymous }) => authorId === mina.viewer.memberId && anonymous === 0)
    const hers = await fresh((...[on, among, before]) => listPostsBy(on, among, mina.viewer.memberId, before))
    expect([name, sorted(hers)]).toEqual([name, sorted(named)])
    const { boards: latest, notices } = await loadOverview(site.ctx, viewer, { latest: 50, notices: 50 })
    const overview = [...latest.flatMap(({ posts }) => posts), ...notices.map(({ post }) => post)]
    expect([name, [...new Set(sorted(overview))]]).toEqual([name, sorted(open)])
    const recent = open.filter(({ createdAt, pinnedAt }) => !pinnedAt && site.clock.now().getTime() - createdAt.getTime() < 30 * 86_400_000)
    const popular = recent.filter(({ voteCount, commentCount }) => voteCount + commentCount > 0)
    expect([name, sorted(await listPopularPosts(site.ctx, viewer, 'month'))]).toEqual([name, sorted(popular).slice(0, 50)])
  }
  const fed = boards.filter((board) => isShownElsewhere(guest, board))
  const feed = await Promise.all(fed.map((board) => listFeedPosts(site.ctx, [board])))
  expect(sorted(feed.flat())).toEqual(sorted(fed.flatMap((board) => of(board).filter((post) => isPublic(board, post)))))
}, 120_000)

async function allPages<T>(page: (number: number) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = []
  for (let number = 1; ; number += 1) {
    const next = await page(number)
    if (next.length === 0) return rows
    rows.push(...next)
  }
}

async function allSpans<T>(span: (before?: number) => Promise<{ rows: T[]; older: number | null }>): Promise<T[]> {
  const rows: T[] = []
  for (let before: number | undefined; ; ) {
    const next = await span(before)
    rows.push(...next.rows)
    if (next.older === null) return rows
    before = next.older
  }
}
