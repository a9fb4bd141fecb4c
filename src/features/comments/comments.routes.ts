import type { AppContext, Reader, Viewer } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { anyone, membersOnly } from '../../lib/http/access.ts'
import { wantsPart } from '../../lib/http/asked-by-script.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { emptyForm, type FormState, readForm } from '../../lib/http/form.ts'
import { found, json, redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { readMentions } from '../mentions/mentions.read-models.ts'
import { rememberOwnComment } from '../reading-marks/reading-marks.service.ts'
import { newSubmissionKey } from '../submissions/submissions.service.ts'
import { renderedComment } from './bodies/render-comment.read-models.ts'
import { loadPlace } from './comment-place.read-models.ts'
import { commentAt } from './comments.paths.ts'
import { canComment } from './comments.policy.ts'
import { addressInThread, findAnsweredComment, findDrawnComment, loadDrawnComment } from './comments.read-models.ts'
import { CommentParams, commentForm, PreviewQuery, ReplyQuery, ThreadParams } from './comments.schemas.ts'
import { createComment } from './comments.service.ts'
import type { Place } from './comments.types.ts'
import { commentSortOf } from './threads/comment-sort.types.ts'
import { begunComment, endCommentDraft, keepComment } from './writing/comment-drafts.service.ts'
import { refusal, writeCommentPage } from './writing/comment-forms.view-models.ts'
import { refusedPart, writtenPart } from './writing/written-comments.read-models.ts'

export function commentRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  post('/:board/:number/comments', { access: membersOnly, params: ThreadParams }, async ({ viewer, reader, params, body, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    const form = readForm(commentForm(place.board), body)
    const inPlace = wantsPart(req)
    const refuse = async (state: FormState, status: 409 | 422) =>
      inPlace
        ? refusedPart(reader, place, state, status, await answeredField(ctx, viewer, place, state))
        : showWritePage(ctx, reader, place, { ...(await keepComment(ctx, viewer, req.path, state, status)), status })
    if (!form.ok) return refuse(form, 422)
    return createComment(ctx, viewer, place, { ...form.data, sort: commentSortOf(cookiesOf(req), place.board) }).then(
      async (address) => {
        await endCommentDraft(ctx, viewer, form.draft)
        if (!inPlace) return redirect(address)
        const comment = commentAt(address)
        rememberOwnComment(ctx, viewer, place.post.id, comment)
        return writtenPart(ctx, reader, { ...params, comment, address }, 'comments.said.sent')
      },
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

  post('/:board/:number/comments/preview', { access: membersOnly, params: ThreadParams, query: PreviewQuery }, async (call) => {
    const { viewer, reader, params, query, body } = call
    const place = await loadPlace(ctx, viewer, params)
    const form = readForm(commentForm(place.board), body)
    if (!form.ok) return refusedPart(reader, place, form, 422)
    const { body: source } = form.data
    const edited = query.comment === undefined ? undefined : await findDrawnComment(ctx, place, query.comment)
    const commentId = edited && edited.authorId === viewer.memberId ? edited.id : null
    const mentions = await readMentions(ctx.db, { body: source, dialect: 'comments' })
    const { html } = await renderedComment(ctx, { body: source, ownerId: viewer.memberId, commentId, mentions })
    return json({ html: wordedHtml(html, reader.t) })
  })

  get('/:board/:number/comments/:comment', { access: anyone, params: CommentParams }, async ({ viewer, params, req }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadDrawnComment(ctx, place, params.comment)
    return found(await addressInThread(ctx.db, place, comment, commentSortOf(cookiesOf(req), place.board)))
  })

  return { router, doors }
}

/** What is gone can't be answered any more: what was written for it may stand on its own. */
async function answeredField(ctx: AppContext, viewer: Viewer, place: Place, { draft }: FormState): Promise<{ parent: string }> {
  const answered = await findAnsweredComment(ctx, viewer, place, draft['parent'])
  return { parent: String(answered?.number ?? '') }
}

async function showWritePage(ctx: AppContext, reader: Reader, place: Place, state: FormState & { status?: number }) {
  const parent = await findAnsweredComment(ctx, reader.viewer, place, state.draft['parent'])
  return writeCommentPage(reader, place, parent, { ...state, submissionKey: newSubmissionKey() })
}
