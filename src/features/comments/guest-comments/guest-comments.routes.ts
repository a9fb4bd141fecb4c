import { type AppContext, guest, type Reader } from '../../../context.ts'
import { policyDecides } from '../../../lib/http/access.ts'
import { cookiesOf } from '../../../lib/http/cookies.ts'
import { Conflict, Forbidden, LogInFirst, TooManyRequests } from '../../../lib/http/errors.ts'
import { emptyForm, type Form, type FormState, readForm, refuseForm } from '../../../lib/http/form.ts'
import { redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { canCommentOn } from '../../boards/boards.policy.ts'
import { authorByGrant, openWords } from '../../guest-keys/guest-keys.service.ts'
import { isNicknameTaken } from '../../members/members.read-models.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { newSubmissionKey } from '../../submissions/submissions.service.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { writeCommentPath } from '../comments.paths.ts'
import { canComment, canDeleteComment, canEditComment } from '../comments.policy.ts'
import { addressInThread, findAnsweredComment, loadDrawnComment } from '../comments.read-models.ts'
import { CommentParams, ReplyQuery, ThreadParams } from '../comments.schemas.ts'
import { deleteComment, editComment } from '../comments.service.ts'
import type { Place } from '../comments.types.ts'
import { commentSortOf } from '../threads/comment-sort.types.ts'
import { GuestGrantForm, GuestKeyForm, guestCommentForm, guestEditForm } from './guest-comments.schemas.ts'
import { createGuestComment, mayCommentNow } from './guest-comments.service.ts'
import { guestCommentPage, guestDeletePage, guestEditPage, guestKeyPage } from './guest-comments.view-models.ts'

type At = { board: string; number: number }

/** Comments of those who are no members: written under a name, changed and deleted by a password. Members have doors of their own. */
export function guestCommentRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/:board/:number/comments/write/guest', { access: policyDecides, params: ThreadParams, query: ReplyQuery }, async (call) => {
    const { viewer, reader, params, query } = call
    // Who is a member comments as one.
    if (viewer.memberId !== null) return redirect(writeCommentPath({ slug: params.board }, params.number, query.parent))
    const place = await placeForGuests(ctx, params)
    return showWritePage(ctx, reader, place, { ...emptyForm, draft: { parent: String(query.parent ?? '') } })
  })

  post('/:board/:number/comments/write/guest', { access: policyDecides, params: ThreadParams }, async (call) => {
    const { viewer, reader, params, body, req } = call
    if (viewer.memberId !== null) return redirect(writeCommentPath({ slug: params.board }, params.number))
    const place = await placeForGuests(ctx, params)
    const form = await withFreeName(ctx, readForm(guestCommentForm(place.board), body))
    if (!form.ok) return showWritePage(ctx, reader, place, { ...form, status: 422 })
    const refuse = (message: string, status: number) =>
      showWritePage(ctx, reader, place, { draft: form.draft, errors: { body: message }, status })
    if (!(await mayCommentNow(ctx, form.data, req.ip))) return refuse('guestComments.tooFast', 429)
    const draft = { ...form.data, sort: commentSortOf(cookiesOf(req), place.board) }
    return createGuestComment(ctx, place, draft, form.draft['proof'] ?? '').then(
      ({ address, waits }) => redirect(address, { kind: 'success', key: waits ? 'guestComments.waits' : 'guestComments.created' }),
      (error) => refuse(adviceOf(error), 409),
    )
  })

  get('/:board/:number/comments/:comment/password', { access: policyDecides, params: CommentParams }, async ({ reader, params }) =>
    guestKeyPage(reader, await guestsComment(ctx, params), {}),
  )

  post('/:board/:number/comments/:comment/password', { access: policyDecides, params: CommentParams }, async (call) => {
    const { reader, params, body, req } = call
    const at = await guestsComment(ctx, params)
    const form = readForm(GuestKeyForm, body)
    if (!form.ok) return guestKeyPage(reader, at, { error: form.errors['password'] })
    return answerPassword(ctx, reader, at, { ...form.data, address: req.ip })
  })

  post(
    '/:board/:number/comments/:comment/edit/guest',
    { access: policyDecides, params: CommentParams },
    async ({ reader, params, body, req }) => {
      const at = await guestsComment(ctx, params)
      const form = readForm(guestEditForm(at.board), body)
      const author = authorByGrant(ctx, wordsOf(at), form.draft['grant'] ?? '')
      if (!form.ok) return guestEditPage(reader, at, { ...form, status: 422 })
      return editComment(ctx, author, at, { ...form.data, secret: false }).then(
        async () =>
          redirect(await addressInThread(ctx.db, at, at.comment, commentSortOf(cookiesOf(req), at.board)), {
            kind: 'success',
            key: 'posts.saved',
          }),
        async (error) => {
          const errors = { body: adviceOf(error) }
          return guestEditPage(reader, await guestsComment(ctx, params), { draft: form.draft, errors, status: 409 })
        },
      )
    },
  )

  post('/:board/:number/comments/:comment/delete/guest', { access: policyDecides, params: CommentParams }, async ({ params, body }) => {
    const at = await guestsComment(ctx, params)
    const form = readForm(GuestGrantForm, body)
    await deleteComment(ctx, authorByGrant(ctx, wordsOf(at), form.ok ? form.data.grant : ''), at)
    return redirect(`${postPath(at.board, at.post.number)}#comments`, { kind: 'success', key: 'comments.flash.deleted' })
  })

  return { router, doors }
}

const wordsOf = ({ comment }: { comment: { id: number } }) => ({ kind: 'comment', id: comment.id }) as const

/** @throws LogInFirst where only members comment */
async function placeForGuests(ctx: AppContext, params: At): Promise<Place> {
  const place = await loadPlace(ctx, guest, params)
  if (!canCommentOn(guest, place.board)) throw new LogInFirst()
  if (!canComment(guest, place)) throw new Forbidden('may not comment here', 'comments.closed')
  return place
}

/** Whoever asks: that it is theirs is shown by password, also by who has become a member since. */
async function guestsComment(ctx: AppContext, params: At & { comment: number }) {
  const place = await loadPlace(ctx, guest, params)
  const comment = await loadDrawnComment(ctx, place, params.comment)
  if (comment.guestName === null || comment.status === 'deleted')
    throw new Forbidden("a member's comment, or none any more", 'comments.mayNotChange')
  return { ...place, comment }
}

/** For who knows it, the form that changes or deletes. */
async function answerPassword(
  ctx: AppContext,
  reader: Reader,
  at: Awaited<ReturnType<typeof guestsComment>>,
  { act, ...given }: { act: 'edit' | 'delete'; password: string; address: string | undefined },
) {
  const grant = await openWords(ctx, wordsOf(at), given).catch((error: unknown) => {
    if (error instanceof TooManyRequests) return 'slow' as const
    throw error
  })
  if (grant === 'slow') return guestKeyPage(reader, at, { error: 'guestPosts.tooManyTries', status: 429 })
  if (grant === null) return guestKeyPage(reader, at, { error: 'guestPosts.password.wrong' })
  const author = authorByGrant(ctx, wordsOf(at), grant)
  const may = act === 'delete' ? canDeleteComment(author, at.comment) : canEditComment(author, at, at.comment)
  if (!may) throw new Forbidden('may not change this comment (any more)', 'comments.mayNotChange')
  if (act === 'delete') return guestDeletePage(reader, at, grant)
  return guestEditPage(reader, at, { ...emptyForm, draft: { grant } })
}

async function withFreeName<T extends { guest: { name: string } }>(ctx: AppContext, form: Form<T>): Promise<Form<T>> {
  const isTaken = form.ok && (await isNicknameTaken(ctx.db, form.data.guest.name))
  return isTaken ? refuseForm(form.draft, 'guestName', 'guestPosts.name.taken') : form
}

async function showWritePage(ctx: AppContext, reader: Reader, place: Place, state: FormState & { status?: number }) {
  const parent = await findAnsweredComment(ctx, guest, place, state.draft['parent'])
  return guestCommentPage(reader, place, parent, { ...state, submissionKey: newSubmissionKey() })
}

/** What changed under their hands is said beside their text; every other error is the error page's. */
function adviceOf(error: unknown): string {
  if (!(error instanceof Conflict) || error.advice === null) throw error
  return error.advice
}
