import type { AppContext, Reader } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { type Day, dayOf, shiftDay } from '../../lib/time/zone.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { boardName } from '../boards/boards.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { daysIn } from './range.policy.ts'
import { listDaysOfName, type NamedDay } from './sums.read-models.ts'
import { WHOLE_SITE } from './sums.types.ts'

/** Of older months the sums of days are gone. */
const MOST_DAYS = 730

export interface PostLife {
  id: number
  title: string
  path: string
  boardName: string
  today: Day
  /** The days that are looked at. */
  from: Day
  /** It is older than what is looked at. */
  cut: boolean
  viewCount: number
  commentCount: number
  voteCount: number
  countedDays: Day[]
  readers: NamedDay[]
  comments: NamedDay[]
}

/** How a post was read, day by day since it was written. @throws NotFound where no such post is, or is any more */
export async function loadPostLife(ctx: AppContext, { now, zone, locale }: Reader, id: number): Promise<PostLife> {
  const { db } = ctx
  const post = await db('posts')
    .where({ id })
    .whereNotIn('status', ['deleted', 'private'])
    .first<
      | { title: string; number: number; boardId: number; viewCount: number; commentCount: number; voteCount: number; createdAt: Date }
      | undefined
    >('title', 'number', 'boardId', 'viewCount', 'commentCount', 'voteCount', 'createdAt')
  const board = post && (await listAllBoards(ctx)).find((each) => each.id === post.boardId)
  if (post === undefined || board === undefined) throw new NotFound('no such post')
  const today = dayOf(now, zone)
  const [written, earliest] = [dayOf(post.createdAt, zone), shiftDay(today, 1 - MOST_DAYS)]
  const from = written < earliest ? earliest : written > today ? today : written
  const days = daysIn({ from, to: today })
  const [countedDays, readers, comments] = await Promise.all([
    db('visit_days').whereBetween('day', [from, today]).orderBy('day').pluck<Day[]>('day'),
    listDaysOfName(db, { kind: 'post', boardId: WHOLE_SITE }, days, id),
    listDaysOfName(db, { kind: 'post-comments', boardId: WHOLE_SITE }, days, id),
  ])
  const { title, number, viewCount, commentCount, voteCount } = post
  return {
    ...{ id, title, viewCount, commentCount, voteCount, path: postPath(board, number), boardName: boardName(board, locale) },
    ...{ today, from, cut: written < earliest, countedDays, readers, comments },
  }
}
