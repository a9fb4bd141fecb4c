import type { AppContext, Viewer } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import { membersOnly, policyDecides } from '../../../lib/http/access.ts'
import { LogInFirst } from '../../../lib/http/errors.ts'
import { readForm, refuseForm } from '../../../lib/http/form.ts'
import { receivedImages, receiveImages } from '../../../lib/http/receive-images.ts'
import { json, type Reply, redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { canWriteOn } from '../../boards/boards.policy.ts'
import { listAllBoards, loadBoard } from '../../boards/boards.read-models.ts'
import type { Board } from '../../boards/boards.types.ts'
import { findPoll } from '../../polls/polls.read-models.ts'
import { PollHasVotes } from '../../polls/polls.service.ts'
import { newSubmissionKey } from '../../submissions/submissions.service.ts'
import { roomOn } from '../../uploads/uploads.read-models.ts'
import { renderWritten } from '../bodies/render-body.read-models.ts'
import { guestWritePath, postPath, previewPath } from '../posts.paths.ts'
import { loadBoardToWriteOn, loadDraft, loadOwnPost } from '../posts.read-models.ts'
import { BoardParams, FormQuery, PostParams, PreviewForm, WriteQuery } from '../posts.schemas.ts'
import { editPost } from '../posts.service.ts'
import { BODY_LENGTH, type Post, type PostDraft } from '../posts.types.ts'
import { beginAnswer, findAnswered, loadAnswered } from '../replies/replies.read-models.ts'
import { notAnswered, publishAsWished, waitingInForm } from '../scheduled-posts/publish-as-wished.service.ts'
import { lookOfWaiting, ownOfWaiting } from '../scheduled-posts/scheduled-posts.view-models.ts'
import { holdsMarks, meetOtherChange } from './edit-conflict.service.ts'
import { beginDraft, beginEdit, keepRefused, placeToEdit, placeToWrite, saveByHand } from './form-drafts.service.ts'
import { readEditForm, readWriteForm } from './post-form.schemas.ts'
import type { FormLook } from './post-form.types.ts'
import { editPage, writePage } from './post-forms.view-models.ts'
import { roomToPost } from './posting-limit.service.ts'
import { refusedLook, unfinished } from './sent-form.service.ts'
import { takeTypedPost } from './typed-post.service.ts'

export function postFormRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const before = [receiveImages(ctx, roomOn(ctx))]

  get('/:board/write', { access: policyDecides, params: BoardParams, query: WriteQuery }, async ({ viewer, reader, params, query }) => {
    if (viewer.memberId === null) return redirect(await wayForGuests(ctx, viewer, params.board))
    const board = await loadBoardToWriteOn(ctx, viewer, params.board)
    const waiting = await waitingInForm(ctx, viewer, board, query)
    if (waiting) return writePage(reader, board, lookOfWaiting(reader, waiting, newSubmissionKey()), ownOfWaiting(reader, board, waiting))
    const [begun, room] = [await beginDraft(ctx, viewer, board, query.draft), await roomToPost(ctx, viewer, board)]
    const answered = await loadAnswered(ctx, viewer, board, query.parent ?? begun.fields['parent'])
    const fresh = answered ? await beginAnswer(ctx, answered) : { body: board.defaultText }
    return writePage(reader, board, { draft: { ...fresh, ...begun.fields, submissionKey: newSubmissionKey() }, begun, room, answered })
  })

  post('/:board/write', { access: membersOnly, params: BoardParams, query: WriteQuery, before }, async (call) => {
    const { viewer, reader } = call
    const board = await loadBoardToWriteOn(ctx, viewer, call.params.board)
    const waiting = await waitingInForm(ctx, viewer, board, call.query)
    const typed = await takeTypedPost(ctx, viewer, board, { body: call.body, images: receivedImages(call.req) })
    const place = placeToWrite(board)
    const answered = await findAnswered(ctx, viewer, board, typed.draft['parent'])
    const parent = answered === 'gone' ? null : answered
    const own = waiting ? ownOfWaiting(reader, board, waiting) : {}
    const pageOf = (look: FormLook) => writePage(reader, board, { ...look, answered: look.draft['parent'] ? parent : null }, own)
    const refuse = async (look: FormLook) => pageOf(await keepRefused(ctx, viewer, place, look))
    if (typed.action === 'draft') return savedDraft(await saveByHand(ctx, viewer, place, typed), pageOf)
    if (typed.action !== 'publish') return pageOf(await unfinished(ctx, viewer, typed))
    if (answered === 'gone') return refuse(notAnswered(typed.draft, 'posts.reply.gone'))
    const form = readWriteForm(reader, board, typed.draft, parent)
    if (!form.ok || typed.refused.length > 0) return refuse(refusedLook(typed, form))
    const outcome = await publishAsWished(ctx, reader, board, { typed: typed.draft, wish: asAnswer(form.data, parent), waiting })
    return 'to' in outcome ? redirect(outcome.to, { kind: 'success', key: outcome.said }) : refuse(outcome)
  })

  get('/:board/:number/edit', { access: membersOnly, params: PostParams, query: FormQuery }, async ({ viewer, reader, params, query }) => {
    const at = await postToEdit(ctx, viewer, params)
    const begun = await beginEdit(ctx, viewer, at, query.draft)
    const { pollHasVotes = '', ...stands } = await loadDraft(ctx, reader, at.post)
    return editPage(reader, at, { draft: { ...stands, ...begun.fields, pollHasVotes }, begun })
  })

  post('/:board/:number/edit', { access: membersOnly, params: PostParams, before }, async ({ viewer, reader, params, body, req }) => {
    const at = await postToEdit(ctx, viewer, params)
    const typed = await takeTypedPost(ctx, viewer, at.board, { body, images: receivedImages(req) })
    const place = placeToEdit(at.board, at.post)
    const refuse = async (look: FormLook) => editPage(reader, at, await keepRefused(ctx, viewer, place, look))
    if (typed.action === 'draft') return savedDraft(await saveByHand(ctx, viewer, place, typed), (look) => editPage(reader, at, look))
    if (typed.action !== 'publish') return editPage(reader, at, await unfinished(ctx, viewer, typed, at.post.id))
    const form = readEditForm(reader, at.board, { post: at.post, poll: await findPoll(ctx.db, at.post.id) }, typed.draft)
    if (!form.ok || typed.refused.length > 0) return refuse(refusedLook(typed, form))
    if (holdsMarks(reader, typed.draft)) return refuse({ ...typed, status: 422, errors: { body: 'posts.conflict.marksLeft' } })
    const saved = await editPost(ctx, viewer, at, form.data).catch(unlessVoted)
    if (saved === 'voted') return refuse(refusedLook(typed, refuseForm(typed.draft, 'pollQuestion', 'polls.hasVotes')))
    if (!saved) {
      const look = await meetOtherChange(ctx, reader, at.board, params.number, typed.draft)
      if (look) return refuse(look)
    }
    return redirect(postPath(at.board, params.number), { kind: 'success', key: 'posts.saved' })
  })

  post(previewPath, { access: membersOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(PreviewForm, body)
    if (!form.ok) return json({ error: reader.t('posts.body.tooLong', { max: BODY_LENGTH }) }, 422)
    const { body: rendered } = await renderWritten(ctx, { source: form.data.body, ownerId: viewer.memberId ?? 0, postId: null })
    return json({ html: wordedHtml(rendered.html, reader.t) })
  })

  return { router, doors }
}

/** @throws LogInFirst where only members write, and where a member may see more than a guest */
async function wayForGuests(ctx: AppContext, viewer: Viewer, slug: string): Promise<string> {
  const board = (await listAllBoards(ctx)).find((each) => each.slug === slug)
  if (!board || !canWriteOn(viewer, board)) throw new LogInFirst()
  return guestWritePath(board)
}

async function postToEdit(ctx: AppContext, viewer: Viewer, params: { board: string; number: number }) {
  const board: Board = await loadBoard(ctx, viewer, params.board)
  return { board, post: await loadOwnPost(ctx, viewer, board, { number: params.number, may: 'edit' }) }
}

const savedDraft = (saved: string | FormLook, pageOf: (look: FormLook) => Reply): Reply =>
  typeof saved === 'string' ? redirect(saved, { kind: 'success', key: 'drafts.flash.saved' }) : pageOf(saved)

/** Who waits for an answer gets it now, and can read it. */
const asAnswer = <T extends PostDraft>(wish: T, parent: Post | null): T =>
  parent ? { ...wish, parent, publish: 'now' as const, private: false } : wish

/** Somebody voted while the poll was being changed: the form comes back. */
function unlessVoted(error: unknown): 'voted' {
  if (error instanceof PollHasVotes) return 'voted'
  throw error
}
