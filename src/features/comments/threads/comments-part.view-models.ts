import type { Reader } from '../../../context.ts'
import { part, type Reply } from '../../../lib/http/reply.ts'
import type { CommentRow, Place } from '../comments.types.ts'
import { commentItem } from './comment-section.view-models.ts'

/**
 * Comments as they stand in the thread, for a script that puts them there: `html` holds the `<li>`s, `countText` how many there are by now.
 * @param since the newest that its page knows; null: none is marked as new
 */
export function commentsPart(
  reader: Reader,
  place: Place,
  rows: readonly CommentRow[],
  more: object = {},
  since: number | null = null,
): Reply {
  const count = reader.number(place.post.commentCount)
  const items = rows.map((row) => commentItem(reader, place, row, since))
  return part('comments/_items', { items }, { countText: count, countWords: reader.t('posts.comments', { count }), ...more })
}
