import type { AppContext } from '../../../context.ts'
import { membersOnly, policyDecides } from '../../../lib/http/access.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { emptyForm, readForm } from '../../../lib/http/form.ts'
import { redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { CommentParams } from '../comments.schemas.ts'
import { commentHistoryPath } from './comment-history.paths.ts'
import { canPurgeCommentHistory } from './comment-history.policy.ts'
import { loadCommentHistory } from './comment-history.read-models.ts'
import { PurgeForm } from './comment-history.schemas.ts'
import { purgeWords } from './comment-history.service.ts'
import { commentHistoryPage } from './comment-history.view-models.ts'

/** What a comment said before its author changed it, from the mark that says that they did. */
export function commentHistoryRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/:board/:number/comments/:comment/history', { access: policyDecides, params: CommentParams }, async ({ viewer, reader, params }) =>
    commentHistoryPage(reader, await loadCommentHistory(ctx, viewer, params), emptyForm),
  )

  post(
    '/:board/:number/comments/:comment/history/purge',
    { access: membersOnly, params: CommentParams },
    async ({ viewer, reader, params, body }) => {
      const history = await loadCommentHistory(ctx, viewer, params)
      if (!canPurgeCommentHistory(viewer, history, history.comment)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
      const form = readForm(PurgeForm, body)
      if (!form.ok) return commentHistoryPage(reader, history, form)
      await purgeWords(ctx, viewer, history, form.data)
      return redirect(commentHistoryPath(history.board, params.number, params.comment), { kind: 'success', key: 'revisions.purged' })
    },
  )

  return { router, doors }
}
