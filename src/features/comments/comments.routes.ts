import type { AppContext, Reader, Viewer } from '../../context.ts'
import { anyone, membersOnly } from '../../lib/http/access.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import { emptyForm, type FormState, readForm } from '../../lib/http/form.ts'
import { found, redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { postPath } from '../posts/posts.paths.ts'
import { newSubmissionKey } from '../submissions/submissions.service.ts'
import { deleteCommentPage, editCommentPage, writeCommentPage } from './comment-forms.view-models.ts'
import { loadPlace } from './comment-place.read-models.ts'
import { canComment, canDeleteComment, canEditComment } from './comments.policy.ts'
import { addressInThread, findAnsweredComment, loadComment, loadDrawnComment } from './comments.read-models.ts'
import { CommentParams, commentForm, editForm, ReplyQuery, ThreadParams } from './comments.schemas.ts'
import { createComment, deleteComment, editComment } from './comments.service.ts'
import type { Place } from './comments.types.ts'

export function commentRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  post('/:board/:number/comments', { access: membersOnly, params: ThreadParams }, async ({ viewer, reader, params, body }) => {
    const place = await loadPlace(ctx, viewer, params)
    const form = readForm(commentForm(place.board), body)
    if (!form.ok) return showWritePage(ctx, reader, place, { ...form, status: 422 })
    return createComment(ctx, viewer, place, form.data).then(
      (address) => redirect(address),
      (error) => showWritePage(ctx, reader, place, { ...refusal(error, form.draft), status: 409 }),
    )
  })

  get('/:board/:number/comments/write', { access: membersOnly, params: ThreadParams, query: ReplyQuery }, async (call) => {
    const place = await loadPlace(ctx, call.viewer, call.params)
    if (!canComment(call.viewer, place)) throw new Forbidden('may not comment here', 'comments.closed')
    return showWritePage(ctx, call.reader, place, { ...emptyForm, draft: { parent: String(call.query.parent ?? '') } })
  })

  get('/:board/:number/comments/:comment', { access: anyone, params: CommentParams }, async ({ viewer, params }) => {
    const place = await loadPlace(ctx, viewer, params)
    return found(await addressInThread(ctx.db, place, await loadDrawnComment(ctx, place, params.comment), place.post.lastCommentNumber))
  })

  get('/:board/:number/comments/:comment/edit', { access: membersOnly, params: CommentParams }, async ({ viewer, reader, params }) => {
    const place = await loadPlace(ctx, viewer, params)
    return editCommentPage(reader, place, await loadOwnComment(ctx, viewer, place, params.comment), emptyForm)
  })

  post(
    '/:board/:number/comments/:comment/edit',
    { access: membersOnly, params: CommentParams },
    async ({ viewer, reader, params, body }) => {
      const place = await loadPlace(ctx, viewer, params)
      const comment = await loadOwnComment(ctx, viewer, place, params.comment)
      const form = readForm(editForm(place.board), body)
      if (!form.ok) return editCommentPage(reader, place, comment, { ...form, status: 422 })
      return editComment(ctx, viewer, { ...place, comment }, form.data).then(
        async () => redirect(await addressInThread(ctx.db, place, comment, place.post.lastCommentNumber)),
        async (error) =>
          editCommentPage(reader, place, await loadDrawnComment(ctx, place, params.comment), {
            ...refusal(error, form.draft),
            status: 409,
          }),
      )
    },
  )

  get('/:board/:number/comments/:comment/delete', { access: membersOnly, params: CommentParams }, async ({ viewer, reader, params }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadDrawnComment(ctx, place, params.comment)
    if (!canDeleteComment(viewer, comment)) throw new Forbidden('may not delete this comment', 'comments.mayNotChange')
    return deleteCommentPage(reader, place, comment)
  })

  post('/:board/:number/comments/:comment/delete', { access: membersOnly, params: CommentParams }, async ({ viewer, params }) => {
    const place = await loadPlace(ctx, viewer, params)
    await deleteComment(ctx, viewer, { ...place, comment: await loadComment(ctx, place, params.comment) })
    return redirect(`${postPath(place.board, place.post.number)}#comments`, { kind: 'success', key: 'comments.flash.deleted' })
  })

  return { router, doors }
}

/** Before anything of it is printed: the form holds the text, which may be hidden. */
async function loadOwnComment(ctx: AppContext, viewer: Viewer, place: Place, number: number) {
  const comment = await loadDrawnComment(ctx, place, number)
  if (!canEditComment(viewer, place, comment)) throw new Forbidden('may not edit this comment', 'comments.mayNotChange')
  return comment
}

async function showWritePage(ctx: AppContext, reader: Reader, place: Place, state: FormState & { status?: number }) {
  const parent = await findAnsweredComment(ctx, reader.viewer, place, state.draft['parent'])
  return writeCommentPage(reader, place, parent, { ...state, submissionKey: newSubmissionKey() })
}

/** What changed under the member's hands is said above their text; every other error is the error page's. */
function refusal(error: unknown, draft: Record<string, string>): FormState {
  if (!(error instanceof Conflict) || error.advice === null) throw error
  return { draft, errors: { body: error.advice } }
}
