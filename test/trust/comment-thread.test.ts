import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { moveOldestPosts } from '../../src/features/posts/move-posts.service.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost, type Person } from '../support/factories.ts'
import { differencesOf, send } from '../support/ledger.ts'
import type { Page } from '../support/page.ts'
import { useSite } from '../support/site.ts'
import type { Said } from './thread-oracle.ts'
import * as thread from './thread-oracle.ts'

/** Any order of acts, through the doors, against a list in memory: what is refused changes nothing, what is taken shows at once. */
const site = useSite()
const best = { bestComments: 2, bestVotes: 1 }
const rules = { look: 'qna', votes: 'updown', ...best } as const
let boards: [Board, Board]
let asker: Person
let writers: [Person, Person]
let moderator: Person

beforeEach(async () => {
  boards = [await aBoard(site, { slug: 'ask', ...rules }), await aBoard(site, { slug: 'answer', ...rules })]
  asker = await aMember(site, '묻는이')
  writers = [await aMember(site, '하나'), await aMember(site, '두리')]
  moderator = await aMember(site, '지기', { moderates: boards })
})

const pick = fc.nat({ max: 1_000 })
const by = fc.constantFrom(0 as const, 1 as const)
type CommentAct =
  | { kind: 'say'; by: 0 | 1 }
  | { kind: 'reply' | 'edit' | 'delete' | 'undelete'; by: 0 | 1; pick: number }
  | { kind: 'vote'; by: 0 | 1; pick: number; wish: 'up' | 'down' | 'none' }
  | { kind: 'hide' | 'restore'; pick: number }
  | { kind: 'accept' | 'pin'; pick: number; wish: 'yes' | 'no' }
type PostAct = { kind: 'lock' | 'unlock' | 'move' }
type Act = CommentAct | PostAct

const own = (kind: 'reply' | 'edit' | 'delete' | 'undelete') => fc.record({ kind: fc.constant(kind), by, pick })
const staff = (kind: 'hide' | 'restore') => fc.record({ kind: fc.constant(kind), pick })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('say'), by }) },
  { weight: 6, arbitrary: own('reply') },
  { weight: 2, arbitrary: own('edit') },
  { weight: 4, arbitrary: own('delete') },
  { weight: 3, arbitrary: own('undelete') },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('vote'), by, pick, wish: fc.constantFrom('up', 'up', 'down', 'none') }) },
  { weight: 2, arbitrary: staff('hide') },
  { weight: 2, arbitrary: staff('restore') },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('accept', 'pin'), pick, wish: fc.constantFrom('yes', 'yes', 'no') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('lock', 'unlock', 'move') }) },
)

interface Walk {
  oracle: thread.ThreadOracle
  postId: number
  /** Where it stands now. */
  path: string
  step: number
}

test('a thread is what a list in memory says it is, whatever is done to it and in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), (acts) => walkThrough(acts, 0)),
    { numRuns: 25, endOnFailure: true },
  )
}, 240_000)

test('and so is one of two pages, whose places are counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 20 }), (acts) => walkThrough(acts, 110)),
    { numRuns: 5, endOnFailure: true },
  )
}, 240_000)

/** `before`: so many comments are there already, every third a reply to the one before. */
async function walkThrough(acts: readonly Act[], before: number): Promise<void> {
  const post = await aPost(site, boards[0], asker, { title: '무엇이 맞나요?' })
  const walk: Walk = { oracle: thread.emptyThread(), postId: post.id, path: `/ask/${post.number}`, step: 0 }
  for (let number = 1; number <= before; number += 1) {
    const parent = number % 3 === 0 ? (walk.oracle.all[number - 2] ?? null) : null
    thread.say(walk.oracle, 0, { body: `${number}`, parent })
    await createComment(site.ctx, writers[0].viewer, { board: boards[0], post }, { body: `${number}`, parent: parent?.number })
  }
  for (const each of acts) {
    await take(walk, each)
    await look(walk, sorts[walk.step % 3] ?? 'oldest')
  }
  expect(await differencesOf(site.ctx)).toEqual([])
}

async function take(walk: Walk, each: Act): Promise<void> {
  const { oracle } = walk
  walk.step += 1
  if (isOfPost(each)) {
    if (each.kind === 'move') return move(walk)
    await send(moderator.agent, `${walk.path}/${each.kind}`, { reason: '규칙' })
    oracle.locked = each.kind === 'lock'
    return
  }
  const said = 'pick' in each ? oracle.all[each.pick % Math.max(1, oracle.all.length)] : undefined
  if ('pick' in each && !said) return
  const status = await sendAct(walk, each, said as Said)
  const allowed = allows(walk, each, said as Said)
  expect([each.kind, status < 400], `step ${walk.step}: ${status}`).toEqual([each.kind, allowed])
}

const isOfPost = (each: Act): each is PostAct => ['lock', 'unlock', 'move'].includes(each.kind)
const wordsOf = ({ step }: Walk) => `${step}번째 말`

async function sendAct(walk: Walk, each: CommentAct, said: Said): Promise<number> {
  const body = wordsOf(walk)
  const at = `${walk.path}/comments/${said?.number}`
  const wish = 'wish' in each ? each.wish : ''
  const agent = 'by' in each ? (writers[each.by] as Person).agent : moderator.agent
  const sends: Record<typeof each.kind, () => Promise<{ status: number }>> = {
    say: () => send(agent, `${walk.path}/comments`, { body }),
    reply: () => send(agent, `${walk.path}/comments`, { body, parent: String(said.number) }),
    edit: async () => send(agent, `${at}/edit`, { body, version: await versionOf(walk, said) }),
    delete: () => send(agent, `${at}/delete`, {}),
    undelete: () => send(agent, `${at}/undelete`, {}),
    vote: () => send(agent, `${at}/vote`, { vote: wish }),
    hide: () => send(agent, `${at}/hide`, { reason: '규칙' }),
    restore: () => send(agent, `${at}/restore`, { reason: '' }),
    accept: () => send(asker.agent, `${at}/accept`, { accept: wish }),
    pin: () => send(asker.agent, `${at}/pin`, { pin: wish }),
  }
  return (await sends[each.kind]()).status
}

function allows(walk: Walk, each: CommentAct, said: Said): boolean {
  const { oracle } = walk
  switch (each.kind) {
    case 'say':
      return thread.say(oracle, each.by, { body: wordsOf(walk), parent: null })
    case 'reply':
      return thread.say(oracle, each.by, { body: wordsOf(walk), parent: said })
    case 'edit':
      return thread.edit(oracle, each.by, { said, body: wordsOf(walk) })
    case 'delete':
      return thread.takeBack(oracle, each.by, said)
    case 'hide':
      return thread.hide(oracle, said)
    case 'restore':
      return thread.unhide(oracle, said)
    case 'undelete':
      return thread.undo(oracle, each.by, said)
    case 'vote':
      return thread.vote(said, each.by, each.wish)
    case 'accept':
    case 'pin':
      return thread.choose(oracle, each.kind === 'pin' ? 'pinned' : 'accepted', { said, wish: each.wish })
  }
}

const versionOf = async ({ postId }: Walk, { number }: Said): Promise<string> =>
  String((await site.ctx.db('comments').where({ postId, number }).first('version')).version)

/** All posts of its board go; this one is looked for where it is then. */
async function move(walk: Walk): Promise<void> {
  const { boardId } = await site.ctx.db('posts').where({ id: walk.postId }).first('boardId')
  const [from, into] = boardId === boards[0].id ? boards : [boards[1], boards[0]]
  await inTransaction(site.ctx.db, (trx) => moveOldestPosts(trx, { from: from.id, into: into.id, categories: new Map() }))
  const { number } = await site.ctx.db('posts').where({ id: walk.postId }).first('number')
  const before = walk.path
  walk.path = `/${into.slug}/${number}`
  expect((await site.visitor().get(before)).path).toBe(walk.path)
}

const sorts: thread.Sort[] = ['oldest', 'newest', 'best']
const stubs = { deleted: '삭제된 댓글입니다.', hidden: '운영자가 숨긴 댓글입니다.' }
const PAGE_SIZE = 100

async function look({ oracle, step, path }: Walk, sort: thread.Sort): Promise<void> {
  const reader = site.visitor()
  reader.cookies.set('commentSort', sort)
  const first = await reader.get(path)
  const expected = thread.drawn(oracle, sort)
  const more = expected.length > PAGE_SIZE ? shownOn(await reader.get(`${path}?comments=2`)) : []
  expect([...shownOn(first), ...more], `step ${step}, ${sort}`).toEqual(
    expected.map(({ said, depth }) => ({
      number: said.number,
      depth: Math.min(depth, 4),
      words: said.status === 'visible' ? said.body : stubs[said.status],
      votes: said.status === 'visible' ? String(thread.votesFor(said)) : undefined,
      accepted: said === oracle.accepted,
    })),
  )
  expect(first.text('#comments-heading b')).toBe(String(thread.count(oracle)))
  expect(first.texts('.on-top .said'), `step ${step}, ${sort}`).toEqual(thread.onTop(oracle, sort, best).map(({ body }) => body))
}

const shownOn = (page: Page) =>
  page.root.querySelectorAll('.comments .comment').map((comment) => ({
    number: Number(comment.id.replace('comment-', '')),
    depth: Number(/comment--depth-(\d)/.exec(comment.classNames)?.[1]),
    words: (comment.querySelector('.said') ?? comment.querySelector('.comment__stub'))?.text.trim(),
    votes: comment.querySelector('.comment__votes b')?.text.trim(),
    accepted: comment.classNames.includes('is-accepted'),
  }))
