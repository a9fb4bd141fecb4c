import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withContext } from '../src/cli/with-context.ts'
import { guest, type Viewer } from '../src/context.ts'
import { findBoardIds } from '../src/corpus/corpus.repository.ts'
import { fillBoards } from '../src/corpus/fill-boards.ts'
import { BoardForm } from '../src/features/boards/board-form.types.ts'
import { createBoard, ensureFirstBoards } from '../src/features/boards/boards.service.ts'
import { addMember } from '../src/features/members/members.service.ts'
import { openDatabase } from '../src/lib/db/knex.ts'
import { createPasswords } from '../src/lib/security/passwords.ts'
import type { OpenContext } from '../src/open-context.ts'
import { BENCH_MEMBERS, benchLogin, type Filled, filledFile, PASSWORD } from './corpora.ts'

/** Run by `corpora.ts` in a process of its own, in the VAR_DIR that is filled: a corpus, and what only measuring needs. What is there stays. */

const owner: Viewer = { ...guest, memberId: 1, level: 10 }
const STATEMENT_TIMEOUT_MS = 10 * 60_000
/** The longest threads stand on a board of their own: post 1 has ten thousand comments, post 2 a hundred. */
const threads = [10_000, 100]

const { values } = parseArgs({ options: { posts: { type: 'string' }, boards: { type: 'string' } } })
const posts = Number(values.posts)
const boards = Number(values.boards)

process.exitCode = await withContext('bench', async (ctx) => {
  await ensureFirstBoards(ctx)
  const db = openDatabase(ctx.config.databaseUrl ?? '', { poolSize: 4, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
  try {
    const { fill } = createFill(ctx, db)
    const started = performance.now()
    const slugs = boards === 1 ? ['free'] : Array.from({ length: boards }, (_, index) => `b${index + 1}`)
    const stood = await fill(slugs, posts, posts * 2)
    const seconds = (performance.now() - started) / 1000
    if (boards === 1) {
      await fill(['small'], Math.min(1_000, posts), 2_000)
      for (const [index, comments] of threads.entries()) await fill(['threads'], index + 1, comments)
    }
    await addMembers(ctx)
    const filled: Filled = { posts, boards, postsPerSecond: stood === 0 ? posts / seconds : null }
    writeFileSync(join(ctx.config.varDir, filledFile), JSON.stringify(filled))
    return 0
  } finally {
    await db.destroy()
  }
})

function createFill(ctx: OpenContext, db: ReturnType<typeof openDatabase>) {
  const members = Math.max(500, Math.round(posts / 20))
  /** Brings the boards to so many posts together. @returns how many stood there */
  async function fill(slugs: string[], wanted: number, comments: number): Promise<number> {
    const known = await findBoardIds(db, slugs)
    for (const slug of slugs.filter((each) => !known.has(each))) {
      await createBoard(ctx, owner, BoardForm.parse({ slug, nameKo: `측정 ${slug}`, nameEn: `Bench ${slug}` }))
    }
    const boardIds = [...(await findBoardIds(db, slugs)).values()]
    const [row] = (await db('board_numbers').whereIn('boardId', boardIds).sum({ last: 'lastNumber' })) as { last: number | null }[]
    const stood = Number(row?.last ?? 0)
    if (stood >= wanted) return stood
    await fillBoards(db, { posts: wanted - stood, comments, members, seed: stood + 1, boardIds, until: ctx.clock.now() }, () => {})
    return stood
  }
  return { fill }
}

/** Who logs in by the hundred for a measurement does not wait for bcrypt; the log-in that is measured has a hash of full cost. */
async function addMembers(ctx: OpenContext): Promise<void> {
  const cheap = await createPasswords(4).hash(PASSWORD)
  for (let number = 0; number <= BENCH_MEMBERS; number += 1) {
    const login = benchLogin(number)
    if (await ctx.db('members').where({ loginCanonical: login }).first()) continue
    const passwordHash = number === 0 ? await ctx.passwords.hash(PASSWORD) : cheap
    await addMember(ctx, ctx.db, { login, nickname: `측정${number}`, email: `${login}@example.org`, passwordHash, level: 2 })
  }
}
