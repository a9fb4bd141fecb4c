import { expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { canReadOn, isShownElsewhere } from '../../../src/features/boards/boards.policy.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { listFeedPosts } from '../../../src/features/feeds/feeds.read-models.ts'
import { loadListPage } from '../../../src/features/posts/list-pages.read-models.ts'
import { plainList } from '../../../src/features/posts/list-query.types.ts'
import { boardsShownElsewhere } from '../../../src/features/posts/overview.read-models.ts'
import { canReadPost, isPublic } from '../../../src/features/posts/posts.policy.ts'
import { setPostStatus } from '../../../src/features/posts/posts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { findPosts } from '../../../src/features/search/search.read-models.ts'
import { listNewPosts, listPostsBy } from '../../../src/features/streams/streams.read-models.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const sorted = (posts: readonly { boardId: number; number: number }[]) => posts.map(({ boardId, number }) => `${boardId}/${number}`).sort()

test('secret, waiting, consulted and anonymous posts: for each reader, every list holds what the policy lets it hold', async () => {
  const { db } = site.ctx
  const boards = [
    await aBoard(site, { slug: 'open', secret: 'choice' }),
    await aBoard(site, { slug: 'consult', consultation: true }),
    await aBoard(site, { slug: 'closed', secret: 'always' }),
    await aBoard(site, { slug: 'masked', anonymous: true }),
    await aBoard(site, { slug: 'queue', approval: true }),
    await aBoard(site, { slug: 'staff', readLevel: 5, listLevel: 5 }),
  ]
  const people = [await aMember(site, 'mina'), await aMember(site, 'juno')]
  for (const board of boards) {
    for (const person of people) {
      for (const status of ['visible', 'hidden', 'deleted', 'pending'] as const) {
        for (const secret of board.secret === 'choice' ? [false, true] : [false]) {
          const post = await aPost(site, board, person, { title: 'lantern', secret })
          await inTransaction(db, (trx) => setPostStatus(trx, post, status, new Date()))
        }
      }
    }
  }
  const posts = await db<Post>('posts')
  const of = (board: Board) => posts.filter(({ boardId }) => boardId === board.id)
  const mina = people[0]!.viewer
  const viewers: Viewer[] = [
    guest,
    mina,
    { ...guest, memberId: 99, level: 2 },
    { ...guest, memberId: 98, level: 2, moderates: new Set([boards[1]!.id, boards[3]!.id]) },
    { ...guest, memberId: 97, level: 10 },
  ]
  for (const viewer of viewers) {
    for (const board of boards.filter((one) => canReadOn(viewer, one))) {
      const list = await loadListPage(site.ctx, viewer, board, plainList(viewer, board))
      // A secret post's row says only that it is there.
      const listed = of(board).filter((post) => post.status === 'visible' && canReadPost(viewer, board, { ...post, secret: 0 }))
      expect(sorted(list?.rows ?? []), `${board.slug} for ${viewer.memberId}`).toEqual(sorted(listed))
    }
    const elsewhere = await boardsShownElsewhere(site.ctx, viewer)
    expect(elsewhere.map(({ id }) => id).sort()).toEqual(
      boards
        .filter((board) => isShownElsewhere(viewer, board))
        .map(({ id }) => id)
        .sort(),
    )
    const shown = elsewhere.flatMap((board) => of(board).filter((post) => post.status === 'visible' && post.secret === 0))
    expect(shown.filter((post) => !canReadPost(viewer, elsewhere.find(({ id }) => id === post.boardId)!, post))).toEqual([])
    expect(sorted((await listNewPosts(db, elsewhere)).rows)).toEqual(sorted(shown))
    const boardIds = elsewhere.map(({ id }) => id)
    expect(sorted((await findPosts(db, { boardIds, words: ['lantern'], page: 1 })).posts)).toEqual(sorted(shown))
    const named = shown.filter(({ authorId, anonymous }) => authorId === mina.memberId && anonymous === 0)
    expect(sorted((await listPostsBy(db, elsewhere, mina.memberId)).rows)).toEqual(sorted(named))
  }
  const fed = boards.filter((board) => isShownElsewhere(guest, board))
  const open = fed.flatMap((board) => of(board).filter((post) => isPublic(board, post)))
  expect(sorted(await listFeedPosts(site.ctx, fed))).toEqual(sorted(open))
}, 60_000)
