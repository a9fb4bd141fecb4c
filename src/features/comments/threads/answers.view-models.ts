import { guest, type Reader } from '../../../context.ts'
import { commentExcerpt } from '../../../lib/html/markdown.ts'
import type { Stickers } from '../../../lib/html/stickers.ts'
import { commentAuthor } from '../comment-names.types.ts'
import { commentPath } from '../comments.paths.ts'
import { canSeeBody } from '../comments.policy.ts'
import { type CommentRow, depthOf, type Place } from '../comments.types.ts'
import type { SaidAnswer } from './comment-section.types.ts'

/** More is for who reads the page. */
const MOST_ANSWERS = 20
const MOST_LETTERS = 500

/** What answers a question, as everyone may read it: for what machines are told of its page. Null where nothing is asked. */
export function answersTo(
  reader: Reader,
  place: Place,
  { rows, accepted }: { rows: readonly CommentRow[]; accepted: CommentRow | null },
  stickers: Stickers,
): SaidAnswer[] | null {
  const { board, post } = place
  if (board.look !== 'qna') return null
  const others = rows.filter((row) => depthOf(row.path) === 0 && row.id !== accepted?.id).slice(0, MOST_ANSWERS)
  return [...(accepted ? [accepted] : []), ...others]
    .filter((row) => canSeeBody(guest, place, row))
    .map((row) => {
      const { nickname, path } = commentAuthor(reader, row)
      return {
        path: commentPath(board, post.number, row.number),
        text: commentExcerpt(reader.t, { body: row.body, stickers }, MOST_LETTERS),
        author: { name: nickname, path },
        createdAt: row.createdAt,
        votes: row.voteCount,
        isAccepted: row.id === accepted?.id,
      }
    })
}
