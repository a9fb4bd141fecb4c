import { guest, type Viewer } from '../../../src/context.ts'
import { createGroup } from '../../../src/features/boards/board-groups.service.ts'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import type { Comment } from '../../../src/features/comments/comments.types.ts'
import { isByStaff } from '../../../src/features/moderation/moderation.read-models.ts'
import { changeListing } from '../../../src/features/posts/lists/page-index.repository.ts'
import { setPinned, setPostStatus } from '../../../src/features/posts/posts.service.ts'
import type { Post, PostStatus } from '../../../src/features/posts/posts.types.ts'
import { rankWholeBoard } from '../../../src/features/posts/ranks/ranks.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { rememberRows } from '../../support/database.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { castVotes } from '../../support/post-rows.ts'
import type { Site } from '../../support/site.ts'

/** Boards that keep their posts from some readers, each for another reason; on each, posts of every kind, by two members and by staff. */
export interface KeptYard {
  boards: Board[]
  posts: Post[]
  comments: Comment[]
  viewers: Record<string, Viewer>
  mina: Pick<Person, 'viewer'>
  of(board: Board): Post[]
}

const DAY_MS = 86_400_000
/** How many days ago a person's posts were written: inside and outside of each period that a list can show. */
const AGES = [500, 90, 20, 4, 0]
const STATUSES: readonly PostStatus[] = ['hidden', 'deleted', 'pending', 'private', 'withdrawn']

const built = new WeakMap<Site, { yard: KeptYard; startedAt: Date; putBack: () => Promise<void> }>()

/** Built once for a file, with everything that the services do; put back, row for row, for each of its tests. */
export async function aKeptYard(site: Site): Promise<KeptYard> {
  const kept = built.get(site)
  if (kept) {
    site.clock.set(kept.startedAt)
    await kept.putBack()
    return kept.yard
  }
  const yard = await buildYard(site)
  built.set(site, { yard, startedAt: site.clock.now(), putBack: await rememberRows(site.ctx.db) })
  return yard
}

async function buildYard(site: Site): Promise<KeptYard> {
  // Noon in Seoul: no midnight falls between the posts of a day.
  site.clock.set(new Date('2026-03-10T03:00:00Z'))
  const boards = await boardsOf(site)
  const named = (slug: string) => boards.find((board) => board.slug === slug)!
  const club = named('club')
  const people = [await aMember(site, 'mina'), await aMember(site, 'juno'), await aMember(site, 'keeper', { level: 9 })] as const
  for (const { viewer } of people) viewer.groups = new Set([club.groupId])
  const started = site.clock.now()
  for (const board of boards) await fillBoard(site, board, people)
  site.clock.set(started)
  for (const { id } of boards) await rankWholeBoard(site.ctx.db, id)
  const posts = await site.ctx.db<Post>('posts').select('*')
  const member = { ...guest, level: 2 }
  return {
    boards,
    posts,
    comments: await site.ctx.db<Comment>('comments').select('*'),
    mina: people[0],
    of: (board) => posts.filter(({ boardId }) => boardId === board.id),
    viewers: {
      guest,
      mina: people[0].viewer,
      stranger: { ...member, memberId: 990 },
      'listed in the group': { ...member, memberId: 991, groups: new Set([club.groupId]) },
      adult: { ...member, memberId: 992, adult: true },
      'of a high level': { ...member, memberId: 993, level: 5 },
      moderator: { ...member, memberId: 994, moderates: new Set([named('consult').id, named('masked').id]) },
      'moderator of the club': { ...member, memberId: 995, moderates: new Set([club.id]) },
      administrator: { ...member, memberId: 996, level: 9 },
      owner: { ...member, memberId: 997, level: 10 },
    },
  }
}

/** Room for all notices, so that none is missing only because others are newer. */
const roomy = { noticeLimit: 200 }

async function boardsOf(site: Site): Promise<Board[]> {
  await aBoard(site, { ...roomy, slug: 'open', secret: 'choice' })
  await createGroup(
    site.ctx,
    { ...guest, memberId: 1, level: 10 },
    { slug: 'circle', nameKo: '모임', nameEn: 'Circle', level: 1, membersOnly: true },
  )
  const group = await site.ctx.db('board_groups').where({ slug: 'circle' }).first('id')
  await aBoard(site, { ...roomy, slug: 'consult', consultation: true })
  await aBoard(site, { ...roomy, slug: 'closed', secret: 'always' })
  await aBoard(site, { ...roomy, slug: 'masked', anonymous: true })
  await aBoard(site, { ...roomy, slug: 'queue', approval: true })
  await aBoard(site, { ...roomy, slug: 'staff', readLevel: 5, listLevel: 5 })
  await aBoard(site, { ...roomy, slug: 'titles', readLevel: 5 })
  await aBoard(site, { ...roomy, slug: 'night', adultsOnly: true })
  await aBoard(site, { ...roomy, slug: 'club', groupId: group.id })
  return listAllBoards(site.ctx)
}

async function fillBoard(site: Site, board: Board, people: readonly Person[]): Promise<void> {
  const now = site.clock.now().getTime()
  // Numbers follow time, as they do on a site.
  for (const [at, age] of AGES.entries()) {
    for (const [which, person] of people.entries()) {
      site.clock.set(new Date(now - age * DAY_MS - (people.length - which) * 1_000))
      const secret = board.secret === 'choice' && at === 2
      const post = await aKeptPost(site, { board, person, secret, talked: (at + which) % 2 === 0 }, at + which)
      // One notice of everybody's: a member's own is pinned by staff.
      if (at !== 1) continue
      const announced = await isByStaff(site.ctx.db, post)
      await inTransaction(site.ctx.db, (trx) => setPinned(trx, post, site.clock.now(), { announced, everywhere: true }))
    }
  }
  for (const person of people) {
    for (const status of STATUSES) {
      const post = await aKeptPost(site, { board, person, secret: false, talked: true }, 3)
      await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, status, site.clock.now()))
    }
  }
}

async function aKeptPost(
  site: Site,
  { board, person, secret, talked }: { board: Board; person: Person; secret: boolean; talked: boolean },
  seed: number,
): Promise<Post> {
  const { db } = site.ctx
  const post = await aPost(site, board, person, { title: 'lantern', secret, tags: [`${board.slug}-tag`] })
  await inTransaction(db, (trx) => setPostStatus(trx, post, 'visible', site.clock.now()))
  const everyone = { ...person.viewer, level: 10 }
  if (talked) await createComment(site.ctx, everyone, { board, post }, { body: 'a word', parent: undefined })
  await castVotes(site, post, (seed * 7) % 5)
  await db('posts')
    .where({ id: post.id })
    .update({ viewCount: (seed * 11) % 7 })
  if (seed % 3 === 0 && !secret) await inTransaction(db, (trx) => changeListing(trx, post.id, { popularAt: site.clock.now() }))
  return post
}
