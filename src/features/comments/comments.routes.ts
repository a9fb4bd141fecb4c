import type { AppContext, Reader, Viewer } from '../../context.ts'
import { anyone, membersOnly } from '../../lib/http/access.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import { emptyForm, type FormState, readForm } from '../../lib/http/form.ts'
import { found, redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { postPath } from '../posts/posts.paths.ts'
import { newSubmissionKey } from '../submissions/submissions.service.ts'
import { loadPlace } from './comment-place.read-models.ts'
import { canComment, canDeleteComment, canEditComment } from './comments.policy.ts'
import { addressInThread, findAnsweredComment, loadComment, loadDrawnComment } from './comments.read-models.ts'
import { CommentParams, commentForm, EditQuery, editForm, ReplyQuery, ThreadParams } from './comments.schemas.ts'
import { createComment, deleteComment, editComment } from './comments.service.ts'
import type { Place } from './comments.types.ts'
import { begunComment, endCommentDraft, keepComment } from './writing/comment-drafts.service.ts'
import { deleteCommentPage, editCommentPage, writeCommentPage } from './writing/comment-forms.view-models.ts'

export function commentRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  post('/:board/:number/comments', { access: membersOnly, params: ThreadParams }, async ({ viewer, reader, params, body, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    const form = readForm(commentForm(place.board), body)
    const refuse = async (state: FormState, status: 409 | 422) =>
      showWritePage(ctx, reader, place, { ...(await keepComment(ctx, viewer, req.path, state, status)), status })
    if (!form.ok) return refuse(form, 422)
    return createComment(ctx, viewer, place, form.data).then(
      (address) => doneWith(ctx, viewer, form.draft, address),
      (error) => refuse(refusal(error, form.draft), 409),
    )
  })

  get('/:board/:number/comments/write', { access: membersOnly, params: ThreadParams, query: ReplyQuery }, async (call) => {
    const place = await loadPlace(ctx, call.viewer, call.params)
    if (!canComment(call.viewer, place)) throw new Forbidden('may not comment here', 'comments.closed')
    return showWritePage(ctx, call.reader, place, {
      ...emptyForm,
      draft: { ...(await begunComment(ctx, call.viewer, call.query.draft)), parent: String(call.query.parent ?? '') },
    })
  })

  get('/:board/:number/comments/:comment', { access: anyone, params: CommentParams }, async ({ viewer, params }) => {
    const place = await loadPlace(ctx, viewer, params)
    return found(await addressInThread(ctx.db, place, await loadDrawnComment(ctx, place, params.comment), place.post.lastCommentNumber))
  })

  get(
    '/:board/:number/comments/:comment/edit',
    { access: membersOnly, params: CommentParams, query: EditQuery },
    async ({ viewer, reader, params, query }) => {
      const place = await loadPlace(ctx, viewer, params)
      const comment = await loadOwnComment(ctx, viewer, place, params.comment)
      return editCommentPage(reader, place, comment, { ...emptyForm, draft: await begunComment(ctx, viewer, query.draft) })
    },
  )

  post(
    '/:board/:number/comments/:comment/edit',
    { access: membersOnly, params: CommentParams },
    async ({ viewer, reader, params, body, req }) => {
      const place = await loadPlace(ctx, viewer, params)
      const comment = await loadOwnComment(ctx, viewer, place, params.comment)
      const form = readForm(editForm(place.board), body)
      const keep = (state: FormState, status: 409 | 422) => keepComment(ctx, viewer, req.path, state, status)
      if (!form.ok) return editCommentPage(reader, place, comment, { ...(await keep(form, 422)), status: 422 })
      return editComment(ctx, viewer, { ...place, comment }, form.data).then(
        async () => doneWith(ctx, viewer, form.draft, await addressInThread(ctx.db, place, comment, place.post.lastCommentNumber)),
        async (error) =>
          editCommentPage(reader, place, await loadDrawnComment(ctx, place, params.comment), {
            ...(await keep(refusal(error, form.draft), 409)),
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

/** Led on to what was written, of which no draft is left. */
async function doneWith(ctx: AppContext, viewer: Viewer, sent: Record<string, string>, address: string) {
  await endCommentDraft(ctx, viewer, sent)
  return redirect(address)
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
