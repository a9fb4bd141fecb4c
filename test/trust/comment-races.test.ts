import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { moveOldestPosts, rankMoved } from '../../src/features/posts/move-posts.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost, type Person } from '../support/factories.ts'
import { browserAt, differencesOf, send } from '../support/ledger.ts'
import { useSite } from '../support/site.ts'
import { startWebProcesses, type WebProcess } from '../support/web-processes.ts'

/** TRUST §3: comments that come at once, and under an act on their post. What was acknowledged is there, what was not is not, and all counts agree. */
const site = useSite()
let board: Board
let author: Person
let moderator: Person
let people: Person[]
let running: WebProcess[] = []

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  author = await aMember(site, 'mina')
  moderator = await aMember(site, '지기', { moderates: [board] })
  people = []
  for (const name of ['하나', '두리', '세라', '네오']) people.push(await aMember(site, name))
})

afterEach(async () => {
  for (const web of running.splice(0)) await web.end()
})

const randomBelow = (limit: number) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit
const acknowledged = ({ status, to }: { status: number; to: string }) => status === 303 && to.includes('#comment-')
const stored = (post: Pick<Post, 'id'>) =>
  site.ctx.db('comments').where({ postId: post.id }).orderBy('number').select('number', 'body', 'status')

test('a thousand comments at once over two processes are a thousand comments, each once, in one order', async () => {
  running = await startWebProcesses(site, 2, new Date().toISOString())
  const post = await aPost(site, board, author)
  const agents = running.flatMap((web) => people.map((person) => browserAt(web, person)))
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) =>
      send(agents[n % agents.length] as (typeof agents)[number], '/free/1/comments', {
        body: `${n}`,
        submissionKey: String(n).padStart(32, '0'),
      }),
    ),
  )
  expect(answers.filter((answer) => !acknowledged(answer))).toEqual([])
  expect(new Set(answers.map(({ to }) => to)).size).toBe(1_000)
  const rows = await stored(post)
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 1))
  expect(new Set(rows.map(({ body }) => body)).size).toBe(1_000)
  // Each was led to the comment that it made.
  const led = answers.map(({ to }, n) => rows[Number(to.split('#comment-')[1]) - 1]?.body === String(n))
  expect(led.filter((right) => !right)).toEqual([])
  expect(await site.ctx.db('posts').where({ id: post.id }).first('commentCount', 'lastCommentNumber')).toEqual({
    commentCount: 1_000,
    lastCommentNumber: 1_000,
  })
  expect(await site.ctx.db('outbox').where({ event: 'comment.created' }).count({ n: '*' }).first()).toEqual({ n: 1_000 })
  const texts = (await site.visitor().get('/free/1?comments=10')).texts('.comment')
  expect(texts).toHaveLength(100)
  expect(await differencesOf(site.ctx)).toEqual([])
}, 120_000)

/** Many short races: comments by four members, and an act that comes between them. */
async function race(
  rounds: number,
  act: (post: Post, round: number) => Promise<unknown>,
  look: (post: Post, said: string[]) => Promise<void>,
) {
  const statuses = new Set<number>()
  for (let round = 0; round < rounds; round += 1) {
    const post = await aPost(site, board, author)
    const said: string[] = []
    const comment = async ({ agent }: Person, index: number) => {
      await sleep(randomBelow(8))
      const body = `${round}-${index}`
      const answer = await send(agent, `/free/${post.number}/comments`, { body })
      statuses.add(answer.status)
      if (acknowledged(answer)) said.push(body)
    }
    await Promise.all([...people.map(comment), sleep(randomBelow(10)).then(() => act(post, round))])
    await look(post, said)
  }
  return statuses
}

const sameAsSaid = async (post: Post, said: readonly string[]) => {
  const rows = await stored(post)
  expect(rows.map(({ body }) => body).sort()).toEqual([...said].sort())
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  expect((await site.ctx.db('posts').where({ id: post.id }).first('commentCount')).commentCount).toBe(rows.length)
}

test('under a post that its author deletes, or a moderator removes: comments are there or refused, never half', async () => {
  const ends: string[] = []
  const statuses = await race(
    170,
    (post, round) =>
      round % 2
        ? send(author.agent, `/free/${post.number}/delete`, {})
        : send(moderator.agent, `/free/${post.number}/remove`, { reason: '규칙' }),
    async (post, said) => {
      await sameAsSaid(post, said)
      const { status } = await site.ctx.db('posts').where({ id: post.id }).first('status')
      ends.push(status)
      const late = await send((people[0] as Person).agent, `/free/${post.number}/comments`, { body: '늦은 말' })
      expect(late.status).toBe(status === 'deleted' ? 404 : 303)
    },
  )
  // An author may not take away what others have answered: there the comments won.
  expect(new Set(ends)).toEqual(new Set(['deleted', 'visible']))
  expect([...statuses].filter((status) => ![303, 404, 409].includes(status))).toEqual([])
  expect(await differencesOf(site.ctx)).toEqual([])
}, 120_000)

test('under a post that is locked or hidden: after the answer to that nobody’s comment comes in any more', async () => {
  const statuses = await race(
    170,
    async (post, round) => {
      const act = round % 2 ? 'lock' : 'hide'
      expect((await send(moderator.agent, `/free/${post.number}/${act}`, { reason: '과열' })).status).toBe(303)
      const before = (await stored(post)).length
      await sleep(20)
      expect((await stored(post)).length).toBe(before)
    },
    sameAsSaid,
  )
  expect([...statuses].filter((status) => ![303, 403, 404, 409].includes(status))).toEqual([])
  expect(await differencesOf(site.ctx)).toEqual([])
}, 120_000)

test('under a post that moves to another board: comments go with it, or are told where it went', async () => {
  const into = await aBoard(site, { slug: 'talk' })
  await site.ctx.db('boards').where({ id: into.id }).update({ readLevel: 5 })
  const move = { from: board.id, into: into.id, categories: new Map() }
  const statuses = await race(
    170,
    async (post) => {
      const ids = await inTransaction(site.ctx.db, (trx) => moveOldestPosts(trx, move))
      // From here on others read it, under other rules.
      const before = (await stored(post)).length
      await rankMoved(site.ctx, move, ids)
      await sleep(20)
      expect((await stored(post)).length).toBe(before)
    },
    async (post, said) => {
      await sameAsSaid(post, said)
      const moved = await site.ctx.db('posts').where({ id: post.id }).first('boardId')
      expect(moved.boardId).toBe(into.id)
    },
  )
  expect([...statuses].filter((status) => ![303, 404, 409].includes(status))).toEqual([])
  const told: { payload: string | object }[] = await site.ctx.db('outbox').where({ event: 'comment.created' }).select('payload')
  expect(told).toHaveLength((await site.ctx.db('comments').count({ n: '*' }).first())?.['n'] as number)
  expect(await differencesOf(site.ctx)).toEqual([])
}, 120_000)

test('of one comment that is deleted, had back, hidden, voted on and answered at once the thread and its counts agree', async () => {
  const post = await aPost(site, board, author)
  const [writer, answerer] = people as [Person, Person]
  for (let round = 0; round < 80; round += 1) {
    const { to } = await send(writer.agent, '/free/1/comments', { body: `${round}` })
    const number = to.split('#comment-')[1] ?? ''
    const at = `/free/1/comments/${number}`
    await Promise.all([
      sleep(randomBelow(6)).then(() => send(writer.agent, `${at}/delete`, {})),
      sleep(randomBelow(9)).then(() => send(writer.agent, `${at}/undelete`, {})),
      sleep(randomBelow(6)).then(() => send(answerer.agent, `${at}/vote`, { vote: 'up' })),
      sleep(randomBelow(6)).then(() => send(moderator.agent, `${at}/hide`, { reason: '규칙' })),
      sleep(randomBelow(6)).then(() => send(moderator.agent, `${at}/restore`, { reason: '' })),
      sleep(randomBelow(6)).then(() => send(answerer.agent, '/free/1/comments', { body: '답', parent: number })),
    ])
  }
  const rows: { id: number; parentId: number | null; status: string; inThread: number }[] = await site.ctx
    .db('comments')
    .where({ postId: post.id })
    .select('id', 'parentId', 'status', 'inThread')
  const drawn = (id: number): boolean => rows.some((row) => row.parentId === id && (row.status !== 'deleted' || drawn(row.id)))
  const wrong = rows.filter(({ id, status, inThread }) => inThread !== Number(status !== 'deleted' || drawn(id)))
  expect(wrong).toEqual([])
  expect(await differencesOf(site.ctx)).toEqual([])
}, 120_000)
