import type { Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import type { Look } from '../../boards/board-settings.types.ts'
import type { Board } from '../../boards/boards.types.ts'
import { mutedColumn } from '../../mutes/mutes.read-models.ts'

const withExcerpt: ReadonlySet<Look> = new Set(['gallery', 'cards', 'webzine', 'qna'])
const withCover: ReadonlySet<Look> = new Set(['gallery', 'cards', 'webzine'])

/** Longer answers are read on their own page: a list of a hundred of them stays a page. */
const LONGEST_ANSWER = 16_000

/** Adds to the one statement of a page's rows what this board's look, its fields and this reader's marks ask for. */
export const listDetails =
  (db: Db, viewer: Viewer, { look, extraFields }: Pick<Board, 'look' | 'extraFields'>) =>
  (rows: ReturnType<Db['queryBuilder']>): void => {
    void rows.select('p.lastCommentNumber')
    if (viewer.memberId !== null) addMarks(db, rows, viewer.memberId).select(mutedColumn(db, viewer, 'm.id'))
    if (withExcerpt.has(look)) void rows.select('p.excerpt')
    if (withCover.has(look)) addCover(rows)
    if (look === 'faq') addAnswer(db, rows)
    if (extraFields.some(({ inList }) => inList)) void rows.leftJoin('post_extras as x', 'x.postId', 'p.id').select('x.fields')
  }

const addMarks = (db: Db, rows: ReturnType<Db['queryBuilder']>, memberId: number) =>
  rows
    .leftJoin('post_reads as seen', (on) => on.on('seen.postId', 'p.id').andOnVal('seen.memberId', memberId))
    .leftJoin('post_read_floors as floor', (on) =>
      on.on('floor.boardId', db.raw('COALESCE(p.first_board_id, p.board_id)')).andOnVal('floor.memberId', memberId),
    )
    .select('seen.seenComment', 'floor.postId as readFloor')

const addCover = (rows: ReturnType<Db['queryBuilder']>) =>
  rows
    .leftJoin('files as cover', 'cover.fileKey', 'p.coverKey')
    .select('p.coverKey', 'cover.name as coverName', 'cover.thumbnailWidth as coverWidth', 'cover.thumbnailHeight as coverHeight')

const addAnswer = (db: Db, rows: ReturnType<Db['queryBuilder']>) =>
  rows
    .leftJoin('post_bodies as answer', 'answer.postId', 'p.id')
    .select(db.raw('IF(CHAR_LENGTH(answer.html) <= ?, answer.html, NULL) AS html', [LONGEST_ANSWER]))
