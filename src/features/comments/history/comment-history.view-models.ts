import type { Reader } from '../../../context.ts'
import type { FormState } from '../../../lib/http/form.ts'
import { page, type Reply } from '../../../lib/http/reply.ts'
import { type ShownPart, shownDiff } from '../../../lib/text/shown-diff.ts'
import type { DateText } from '../../../lib/time/date-text.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { boardName } from '../../boards/boards.types.ts'
import { REASON_LENGTH } from '../../moderation/moderation.types.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { commentName } from '../comment-names.types.ts'
import { commentPath } from '../comments.paths.ts'
import { commentHistoryPath } from './comment-history.paths.ts'
import { canPurgeCommentHistory } from './comment-history.policy.ts'
import type { CommentHistory } from './comment-history.read-models.ts'
import { KEPT_REVISIONS } from './comment-history.types.ts'

export interface CommentHistoryPage {
  post: { title: string; path: string }
  author: string
  path: string
  /** Newest first; the oldest is the whole text. */
  versions: { date: DateText | null; badge: string | null; diff: ShownPart[] | null; note: string | null }[]
  kept: string
  /** For who keeps order, while there is something to take away. */
  purge: { action: string; reason: string; limit: number; error: string | null } | null
}

export function commentHistoryPage(reader: Reader, history: CommentHistory, { draft, errors }: FormState): Reply {
  const { t, viewer, number, locale } = reader
  const { board, post, comment, revisions } = history
  const error = errors['reason']
  const mayPurge = canPurgeCommentHistory(viewer, history, comment) && revisions.some(({ body }) => body !== null)
  const model: CommentHistoryPage = {
    post: { title: post.title, path: postPath(board, post.number) },
    author: commentName(reader, comment),
    path: commentPath(board, post.number, comment.number),
    versions: versionsOf(reader, history),
    kept: t('comments.history.kept', { count: number(KEPT_REVISIONS) }),
    purge: mayPurge
      ? {
          action: `${commentHistoryPath(board, post.number, comment.number)}/purge`,
          reason: draft['reason'] ?? '',
          limit: REASON_LENGTH,
          error: error === undefined ? null : t(error as MessageKey, { max: REASON_LENGTH }),
        }
      : null,
  }
  return page('comments/history', model, {
    titles: [t('comments.history'), post.title, boardName(board, locale)],
    ...{ status: error === undefined ? 200 : 422, board: board.slug, robots: 'noindex', side: false },
  })
}

/** Each with what the change that made it took the place of. */
function versionsOf({ t, date }: Reader, { comment, revisions }: CommentHistory): CommentHistoryPage['versions'] {
  const texts = [comment.body, ...revisions.map(({ body }) => body)]
  return texts.map((text, index) => {
    const [before, made] = [texts[index + 1], revisions[index]]
    const isFirst = made === undefined && (revisions.at(-1)?.version ?? comment.version) === 1
    return {
      date: made ? date(made.changedAt) : isFirst ? date(comment.createdAt) : null,
      badge: index === 0 ? t('revisions.now') : isFirst ? t('revisions.first') : null,
      diff: text === null ? null : shownDiff(before ?? text ?? '', text ?? ''),
      note: text === null ? t('revisions.purgedNote') : before === null ? t('revisions.beforePurged') : null,
    }
  })
}
