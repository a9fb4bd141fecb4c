import { expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { canReadOn, isShownElsewhere } from '../../../src/features/boards/boards.policy.ts'
import { listBoardsFor } from '../../../src/features/boards/boards.read-models.ts'
import { boardsShownElsewhere } from '../../../src/features/posts/overview.read-models.ts'
import { canReadPost } from '../../../src/features/posts/posts.policy.ts'
import { setPinned } from '../../../src/features/posts/posts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { findPosts } from '../../../src/features/search/search.read-models.ts'
import { listNewPosts, listPostsBy } from '../../../src/features/streams/streams.read-models.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { aNightBoard, anAdult } from './yard.ts'

const site = useSite()

const everywhere = ['/', '/new', '/new?tab=comments', '/popular', '/tags', '/tags/canarynight', '/search?q=canarynight', '/free']
const elsewhere = [...everywhere, '/search?q=canarynight&board=night', '/members/올빼미', '/members/올빼미?tab=comments', '/feeds/all.xml']

/** What was asked for stands on the page again: in the field, in the title, in addresses. */
const shows = (body: string) => /canarynight (제목|본문|댓글)|올빼미 (제목|본문)/.test(body)

test('outside its board such a post is met by those who may read it, and by nobody else', async () => {
  const { board, author, number } = await aNightBoard(site)
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  await aPost(site, free, author, { title: '모두의 글', body: '낮에 쓴 글' })
  await changePosts(site, { boardId: board.id, number }, { voteCount: 50 })
  const notice = await aPost(site, board, author, { title: 'canarynight 제목, 모든 게시판에' })
  await inTransaction(site.ctx.db, (trx) => setPinned(trx, notice, site.clock.now(), { until: null, everywhere: true }))
  await site.ctx.memory.forget('popular')
  site.ctx.content.move()
  const stranger = await aMember(site, '이웃')
  const adult = await anAdult(site, '어른')
  const owner = await aMember(site, '주인', { level: 10 })
  // Whoever reads first decides nothing about what the next is shown.
  for (const agent of [owner.agent, adult.agent, site.visitor(), stranger.agent, site.visitor(), adult.agent]) {
    const may = agent === owner.agent || agent === adult.agent
    for (const path of elsewhere) {
      const page = await agent.get(encodeURI(path))
      // Where one may not know, a tag that only such posts bear is none.
      expect([path, page.status]).toEqual([path, path.startsWith('/tags/') && !may ? 404 : 200])
      // Feeds are for all; the tag cloud shows its word alone.
      if (path === '/feeds/all.xml') expect(shows(page.body)).toBe(false)
      else if (path !== '/tags') expect([path, may, shows(page.body)]).toEqual([path, may, may])
      else expect(page.text('main').includes('canarynight')).toBe(may)
    }
  }
  const profile = async (agent = site.visitor()) => (await agent.get(encodeURI('/members/올빼미'))).text('main')
  expect([(await profile()).includes('canarynight'), (await profile(adult.agent)).includes('canarynight')]).toEqual([false, true])
})

test('for adults and others alike the lists of the whole site hold what the policy lets them hold', async () => {
  const { db } = site.ctx
  const boards = [
    await aBoard(site, { slug: 'open' }),
    await aBoard(site, { slug: 'night', adultsOnly: true }),
    await aBoard(site, { slug: 'club', adultsOnly: true, readLevel: 5, listLevel: 5 }),
    await aBoard(site, { slug: 'talk', adultsOnly: true, consultation: true }),
  ]
  const author = await anAdult(site, '올빼미')
  for (const board of boards) await aPost(site, board, author, { title: 'lantern' })
  const posts = await db<Post>('posts')
  const member = { ...guest, memberId: 99, level: 2 }
  const viewers: Viewer[] = [
    guest,
    member,
    { ...member, adult: true },
    { ...member, adult: true, level: 5 },
    { ...member, level: 8 },
    { ...member, moderates: new Set([boards[1]!.id]) },
    { ...member, level: 9 },
    author.viewer,
  ]
  const readable = (viewer: Viewer) => boards.filter((board) => canReadOn(viewer, board)).map(({ slug }) => slug)
  expect(viewers.map(readable)).toEqual([
    ['open'],
    ['open'],
    ['open', 'night', 'talk'],
    ['open', 'night', 'club', 'talk'],
    ['open'],
    ['open', 'night'],
    ['open', 'night', 'club', 'talk'],
    ['open', 'night', 'talk'],
  ])
  const keys = (found: readonly { boardId: number; number: number }[]) => found.map((post) => `${post.boardId}/${post.number}`).sort()
  for (const viewer of viewers) {
    expect((await listBoardsFor(site.ctx, viewer)).map(({ slug }) => slug).sort()).toEqual(readable(viewer).sort())
    const shown = posts.filter((post) => {
      const board = boards.find(({ id }) => id === post.boardId)!
      return isShownElsewhere(viewer, board) && canReadPost(viewer, board, post)
    })
    const from = await boardsShownElsewhere(site.ctx, viewer)
    const boardIds = from.map(({ id }) => id)
    expect(keys((await listNewPosts(db, from)).rows)).toEqual(keys(shown))
    expect(keys((await listPostsBy(db, from, author.viewer.memberId)).rows)).toEqual(keys(shown))
    expect(keys((await findPosts(db, viewer, { boardIds, words: ['lantern'], page: 1 })).posts)).toEqual(keys(shown))
  }
})
