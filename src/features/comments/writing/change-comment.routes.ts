import type { AppContext, Viewer } from '../../../context.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { wantsPart } from '../../../lib/http/asked-by-script.ts'
import { cookiesOf } from '../../../lib/http/cookies.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { emptyForm, type FormState, readForm } from '../../../lib/http/form.ts'
import { redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { commentPath } from '../comments.paths.ts'
import { canDeleteComment, canEditComment } from '../comments.policy.ts'
import { addressInThread, loadComment, loadDrawnComment } from '../comments.read-models.ts'
import { CommentParams, EditQuery, editForm } from '../comments.schemas.ts'
import { deleteComment, editComment } from '../comments.service.ts'
import type { Place } from '../comments.types.ts'
import { commentSortOf } from '../threads/comment-sort.types.ts'
import { begunComment, endCommentDraft, keepComment } from './comment-drafts.service.ts'
import { deleteCommentPage, editCommentPage, editCommentPart, refusal } from './comment-forms.view-models.ts'
import { undeleteComment } from './undelete-comment.service.ts'
import { deletedPart, refusedPart, writtenPart } from './written-comments.read-models.ts'

/** What an author does with a comment that stands: on a page of its own, or where it stands (`wantsPart`). */
export function changeCommentRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const at = { access: membersOnly, params: CommentParams }

  get('/:board/:number/comments/:comment/edit', { ...at, query: EditQuery }, async ({ viewer, reader, params, query, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadOwnComment(ctx, viewer, place, params.comment)
    if (wantsPart(req)) return editCommentPart(reader, place, comment)
    return editCommentPage(reader, place, comment, { ...emptyForm, draft: await begunComment(ctx, viewer, query.draft) })
  })

  post('/:board/:number/comments/:comment/edit', at, async ({ viewer, reader, params, body, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadOwnComment(ctx, viewer, place, params.comment)
    const form = readForm(editForm(place.board), body)
    const inPlace = wantsPart(req)
    const refuse = async (state: FormState, status: 409 | 422) => {
      const now = status === 409 ? await loadDrawnComment(ctx, place, params.comment) : comment
      if (inPlace) return refusedPart(reader, place, state, status, status === 409 ? { version: String(now.version) } : {})
      return editCommentPage(reader, place, now, { ...(await keepComment(ctx, viewer, req.path, state, status)), status })
    }
    if (!form.ok) return refuse(form, 422)
    return editComment(ctx, viewer, { ...place, comment }, form.data).then(
      async () => {
        await endCommentDraft(ctx, viewer, form.draft)
        if (inPlace) return writtenPart(ctx, reader, params, 'comments.said.edited')
        return redirect(await addressInThread(ctx.db, place, comment, commentSortOf(cookiesOf(req), place.board)))
      },
      (error) => refuse(refusal(error, form.draft), 409),
    )
  })

  get('/:board/:number/comments/:comment/delete', at, async ({ viewer, reader, params }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadDrawnComment(ctx, place, params.comment)
    if (!canDeleteComment(viewer, comment)) throw new Forbidden('may not delete this comment', 'comments.mayNotChange')
    return deleteCommentPage(reader, place, comment)
  })

  post('/:board/:number/comments/:comment/delete', at, async ({ viewer, reader, params, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    await deleteComment(ctx, viewer, { ...place, comment: await loadComment(ctx, place, params.comment) })
    if (wantsPart(req)) return deletedPart(ctx, reader, params)
    return redirect(`${postPath(place.board, place.post.number)}#comments`, { kind: 'success', key: 'comments.flash.deleted' })
  })

  post('/:board/:number/comments/:comment/undelete', at, async ({ viewer, reader, params, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    await undeleteComment(ctx, viewer, { ...place, comment: await loadComment(ctx, place, params.comment) })
    if (wantsPart(req)) return writtenPart(ctx, reader, params, 'comments.said.undeleted')
    return redirect(commentPath(place.board, place.post.number, params.comment))
  })

  return { router, doors }
}

/** Before anything of it is printed: the form holds the text, which may be hidden. */
async function loadOwnComment(ctx: AppContext, viewer: Viewer, place: Place, number: number) {
  const comment = await loadDrawnComment(ctx, place, number)
  if (!canEditComment(viewer, place, comment)) throw new Forbidden('may not edit this comment', 'comments.mayNotChange')
  return comment
}
