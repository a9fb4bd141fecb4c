import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../../../src/context.ts'
import { isShownElsewhere, moderates } from '../../../src/features/boards/boards.policy.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { listBookmarks } from '../../../src/features/bookmarks/bookmarks.read-models.ts'
import type { Comment } from '../../../src/features/comments/comments.types.ts'
import { canSeeConsole } from '../../../src/features/console/console.policy.ts'
import { loadConsoleOverview } from '../../../src/features/console/overview.read-models.ts'
import { listCommentsOf, loadProfile } from '../../../src/features/members/members.read-models.ts'
import { loadModerationLog } from '../../../src/features/moderation/moderation.read-models.ts'
import { moderationLogPage } from '../../../src/features/moderation/moderation-log.view-models.ts'
import { boardsShownElsewhere } from '../../../src/features/posts/overview.read-models.ts'
import { canReadPost } from '../../../src/features/posts/posts.policy.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { listComments, listTagged } from '../../../src/features/streams/streams.read-models.ts'
import { listTagsInUse } from '../../../src/features/streams/tags-in-use.read-models.ts'
import { dayOf } from '../../../src/lib/time/zone.ts'
import { createReaders } from '../../../src/reader.ts'
import { useSite } from '../../support/site.ts'
import { aKeptYard, type KeptYard } from './kept-yard.ts'

const site = useSite()
let yard: KeptYard
beforeEach(async () => {
  yard = await aKeptYard(site)
})

const boardOf = ({ boardId }: Pick<Post, 'boardId'>): Board => yard.boards.find(({ id }) => id === boardId)!
const postOf = ({ postId }: Pick<Comment, 'postId'>): Post => yard.posts.find(({ id }) => id === postId)!
const mayRead = (viewer: Viewer, post: Post): boolean => canReadPost(viewer, boardOf(post), post)
/** Away from its board: what each of those who read the board reads. */
const isOpenTo = (viewer: Viewer, post: Post): boolean =>
  isShownElsewhere(viewer, boardOf(post)) && mayRead(viewer, post) && post.status === 'visible' && post.secret === 0
const readerOf = (viewer: Viewer) => createReaders(site.ctx)(viewer, 'ko', 'Asia/Seoul')
const byId = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id).sort((a, b) => a - b)

test('tags are counted and listed by what their reader may read', async () => {
  for (const [name, viewer] of Object.entries(yard.viewers)) {
    const elsewhere = await boardsShownElsewhere(site.ctx, viewer)
    const expected = yard.boards.flatMap((board) => {
      const count = yard.of(board).filter((post) => isOpenTo(viewer, post)).length
      return count === 0 ? [] : [{ tag: `${board.slug}-tag`, count }]
    })
    const used = await listTagsInUse(site.ctx.db, elsewhere)
    expect([name, used.sort((a, b) => (a.tag < b.tag ? -1 : 1))]).toEqual([name, expected.sort((a, b) => (a.tag < b.tag ? -1 : 1))])
    for (const board of yard.boards) {
      const { rows } = await listTagged(site.ctx.db, elsewhere, `${board.slug}-tag`)
      expect([name, board.slug, byId(rows)]).toEqual([name, board.slug, byId(yard.of(board).filter((post) => isOpenTo(viewer, post)))])
    }
  }
}, 60_000)

test('a member’s page counts, and lists, what its reader may read of their posts and comments', async () => {
  const { memberId } = yard.mina.viewer
  for (const [name, viewer] of Object.entries(yard.viewers)) {
    const posts = yard.posts.filter((post) => isOpenTo(viewer, post))
    const comments = yard.comments.filter((comment) => comment.status === 'visible' && isOpenTo(viewer, postOf(comment)))
    const hers = <Row extends { authorId: number | null; anonymous: 0 | 1 }>(rows: Row[]) =>
      rows.filter(({ authorId, anonymous }) => authorId === memberId && anonymous === 0)
    const { postCount, commentCount } = await loadProfile(site.ctx, viewer, 'mina')
    expect([name, postCount, commentCount]).toEqual([name, hers(posts).length, hers(comments).length])
    const elsewhere = await boardsShownElsewhere(site.ctx, viewer)
    expect([name, byId(await allComments(elsewhere, memberId))]).toEqual([name, byId(hers(comments))])
    expect([name, byId(await allComments(elsewhere))]).toEqual([name, byId(comments)])
  }
}, 60_000)

async function allComments(boards: Board[], authorId?: number): Promise<{ id: number }[]> {
  const rows: { id: number }[] = []
  for (let before: number | undefined; ; ) {
    const span = await listComments(site.ctx.db, boards, { ...(authorId === undefined ? {} : { authorId }), before })
    rows.push(...span.rows)
    if (span.older === null) return rows
    before = span.older
  }
}

test('among bookmarks, and one’s own comments, stands what one may still read', async () => {
  const now = site.clock.now()
  for (const [name, viewer] of Object.entries(yard.viewers)) {
    const { memberId } = viewer
    if (memberId === null) continue
    await site.ctx.db('bookmarks').insert(yard.posts.map(({ id }) => ({ memberId, postId: id, createdAt: now })))
    const kept: string[] = []
    for (let before: number | null = null; ; ) {
      const list = await listBookmarks(site.ctx, viewer, { before })
      kept.push(...list.rows.map(({ boardId, number }) => `${boardId}/${number}`))
      if (list.olderThan === null) break
      before = list.olderThan
    }
    const readable = yard.posts.filter((post) => post.status !== 'deleted' && mayRead(viewer, post))
    expect([name, kept.sort()]).toEqual([name, readable.map(({ boardId, number }) => `${boardId}/${number}`).sort()])
    // Whoever had written all of them, on posts that were open once.
    await site.ctx.db('comments').update({ authorId: memberId, anonymous: 0 })
    const said = (await listCommentsOf(site.ctx, viewer, memberId)).map(
      ({ slug, number, commentNumber }) => `${slug}/${number}/${commentNumber}`,
    )
    const own = yard.comments
      .filter((comment) => readable.includes(postOf(comment)))
      .map((comment) => `${boardOf(postOf(comment)).slug}/${postOf(comment).number}/${comment.number}`)
    expect([name, said.filter((each) => !own.includes(each)), said.length]).toEqual([name, [], Math.min(10, own.length)])
  }
}, 60_000)

test('the console’s overview is for administrators, and the log names to moderators posts of their boards alone', async () => {
  const acts = yard.posts.map((post) => ({
    ...{ moderatorId: yard.mina.viewer.memberId, action: 'lock', boardId: post.boardId, postId: post.id, commentId: null },
    ...{ memberId: post.authorId, reason: '', createdAt: site.clock.now() },
  }))
  await site.ctx.db('moderation_actions').insert(acts)
  for (const [name, viewer] of Object.entries(yard.viewers)) {
    const told = new Set<string>()
    for (let before: number | undefined; ; ) {
      const log = await loadModerationLog(site.ctx, viewer, { before })
      const page = moderationLogPage(readerOf(viewer), log) as unknown as { model: { lines: { target: unknown }[] } }
      // What its author keeps to themselves is named to nobody else.
      const unnamed = log.rows.filter((_row, index) => page.model.lines[index]?.target === null)
      expect([name, unnamed.filter(({ postStatus }) => postStatus !== 'private')]).toEqual([name, []])
      for (const { boardId, postNumber, memberNickname } of log.rows) {
        told.add(`${boardId}/${postNumber}`)
        if (boardOf({ boardId: boardId ?? 0 }).anonymous) expect([name, memberNickname]).toEqual([name, null])
      }
      if (log.olderThan === null) break
      before = log.olderThan
    }
    const own = yard.posts.filter((post) => moderates(viewer, boardOf(post)))
    expect([name, [...told].sort()]).toEqual([name, own.map(({ boardId, number }) => `${boardId}/${number}`).sort()])
    expect([name, canSeeConsole(viewer)]).toEqual([name, ['administrator', 'owner'].includes(name)])
  }
  const reader = readerOf(yard.viewers['administrator']!)
  const { acts: latest, today } = await loadConsoleOverview(site.ctx, reader)
  expect(new Set(latest.map(({ target }) => target?.label ?? 'private'))).toEqual(new Set(['lantern', 'private']))
  const isToday = ({ createdAt }: { createdAt: Date }) => dayOf(createdAt, 'Asia/Seoul') === dayOf(site.clock.now(), 'Asia/Seoul')
  expect(today).toMatchObject({
    posts: yard.posts.filter((post) => isToday(post) && post.status !== 'private').length,
    comments: yard.comments.filter(isToday).length,
  })
}, 60_000)
