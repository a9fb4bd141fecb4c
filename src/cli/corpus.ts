import { parseArgs } from 'node:util'
import { findBoardIds } from '../corpus/corpus.repository.ts'
import type { Progress } from '../corpus/corpus.types.ts'
import { fillBoards } from '../corpus/fill-boards.ts'
import { ensureFirstBoards } from '../features/boards/boards.service.ts'
import { openDatabase } from '../lib/db/knex.ts'
import { systemClock } from '../lib/time/clock.ts'
import { type Command, CommandError } from './command.ts'
import { withContext } from './with-context.ts'

/** A thousand rows on a disk that is busy with others. */
const STATEMENT_TIMEOUT_MS = 10 * 60_000

export const command: Command = {
  name: 'corpus',
  summary: 'fill boards with made-up posts, comments and members, for work on speed',
  usage: `corpus [--posts 10000] [--comments 20000] [--members 500] [--seed 1] [--board SLUG]…

  --posts, --comments, --members   how many
  --seed                           the same number makes the same texts
  --board                          a board to fill, may be repeated; without it: free

Posts are appended: run it on a trial site, what it wrote does not go away by itself.`,
  run(args) {
    const { values } = parseArgs({
      args,
      options: {
        posts: { type: 'string', default: '10000' },
        comments: { type: 'string', default: '20000' },
        members: { type: 'string', default: '500' },
        seed: { type: 'string', default: '1' },
        board: { type: 'string', multiple: true, default: ['free'] },
      },
    })
    const counts = {
      posts: wholeNumber('posts', values.posts),
      comments: wholeNumber('comments', values.comments),
      members: wholeNumber('members', values.members),
      seed: wholeNumber('seed', values.seed),
    }
    if (counts.members === 0) throw new CommandError('--members must be at least 1: somebody has to write.')
    if (counts.comments > 0 && counts.posts === 0) throw new CommandError('--comments need --posts to hang on.')
    return withContext('corpus', async (ctx) => {
      await ensureFirstBoards(ctx)
      const db = openDatabase(ctx.config.databaseUrl ?? '', { poolSize: 4, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
      try {
        await fill(db, counts, values.board)
        return 0
      } finally {
        await db.destroy()
      }
    })
  },
}

async function fill(
  db: ReturnType<typeof openDatabase>,
  counts: { posts: number; comments: number; members: number; seed: number },
  slugs: string[],
): Promise<void> {
  const boardIds = await findBoardIds(db, slugs)
  const unknown = slugs.filter((slug) => !boardIds.has(slug))
  if (unknown.length > 0) throw new CommandError(`There is no board "${unknown.join('", "')}".`)
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let membersTook = 0
  await fillBoards(db, { ...counts, boardIds: [...boardIds.values()], until: systemClock.now() }, (progress) => {
    if (progress.what === 'members') membersTook = seconds()
    showProgress(progress, progress.what === 'members' ? seconds() : seconds() - membersTook)
  })
  const took = seconds() - membersTook
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  console.log(
    `${figure(counts.posts)} posts and ${figure(counts.comments)} comments in ${took.toFixed(1)} s ` +
      `(${rate(counts.posts, took)} posts/s, ${rate(counts.comments, took)} comments/s), ${figure(counts.members)} members in ${membersTook.toFixed(1)} s`,
  )
}

const figure = (value: number) => value.toLocaleString('en')
const rate = (count: number, seconds: number) => figure(Math.round(count / Math.max(seconds, 0.001)))

/** One line that changes on a terminal; ten lines in a log. */
function showProgress({ what, done, of }: Progress, seconds: number): void {
  const line = `${what} ${figure(done)} / ${figure(of)}, ${rate(done, seconds)}/s`
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`)
  else if (Math.floor((done * 10) / of) > Math.floor(((done - 1000) * 10) / of)) console.log(line)
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new CommandError(`--${name} is a whole number, not "${value}".`)
  return Number(value)
}
