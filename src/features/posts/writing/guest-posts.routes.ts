import { type AppContext, guest } from '../../../context.ts'
import { policyDecides } from '../../../lib/http/access.ts'
import { Forbidden, LogInFirst, TooManyRequests } from '../../../lib/http/errors.ts'
import { readForm, refuseForm } from '../../../lib/http/form.ts'
import { receiveImages } from '../../../lib/http/receive-images.ts'
import { json, redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { isWorkDone, newWork } from '../../../lib/security/proof-of-work.ts'
import { boardPath, writePath } from '../../boards/boards.paths.ts'
import { canWriteOn } from '../../boards/boards.policy.ts'
import { loadBoard } from '../../boards/boards.read-models.ts'
import { authorByGrant, openWords } from '../../guest-keys/guest-keys.service.ts'
import { isNicknameTaken } from '../../members/members.read-models.ts'
import { newSubmissionKey } from '../../submissions/submissions.service.ts'
import { postPath, workPath } from '../posts.paths.ts'
import { waitsForApproval } from '../posts.policy.ts'
import { loadDraft, loadOwnPost, loadPost } from '../posts.read-models.ts'
import { BoardParams, PostParams } from '../posts.schemas.ts'
import { deletePost, editPost } from '../posts.service.ts'
import { createPost } from './create-post.service.ts'
import { holdsMarks, meetOtherChange } from './edit-conflict.service.ts'
import { guestDeletePage, guestEditPage, guestKeyPage, guestWritePage } from './guest-posts.view-models.ts'
import { editForm, GuestGrantForm, GuestKeyForm, guestWriteForm } from './post-form.schemas.ts'
import { mayPostNow, postFormKey } from './posting-limit.service.ts'
import { refusedLook, tooFast, unfinished } from './sent-form.service.ts'
import { takeTypedPost } from './typed-post.service.ts'

/** Texts of those who are no members: written under a name, changed and deleted by a password. Members have the doors of `post-forms.routes`. */
export function guestPostRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  // No files: those would be nobody's.
  const before = [receiveImages(ctx, async () => ({ count: 0, megabytes: 0 }))]

  get(workPath, { access: policyDecides }, async () => json(await newWork(ctx), 200, { 'Cache-Control': 'no-store' }))

  get('/:board/write/guest', { access: policyDecides, params: BoardParams }, async ({ viewer, reader, params }) => {
    // Who is a member writes as one.
    if (viewer.memberId !== null) return redirect(writePath({ slug: params.board }))
    const board = await boardForGuests(ctx, params.board)
    return guestWritePage(reader, board, { draft: { submissionKey: newSubmissionKey(), body: board.defaultText } })
  })

  post('/:board/write/guest', { access: policyDecides, params: BoardParams, before }, async ({ viewer, reader, params, body, req }) => {
    if (viewer.memberId !== null) return redirect(writePath({ slug: params.board }))
    const board = await boardForGuests(ctx, params.board)
    const typed = await takeTypedPost(ctx, guest, board, { body, images: [] })
    if (typed.action !== 'publish') return guestWritePage(reader, board, await unfinished(ctx, guest, typed))
    const read = readForm(guestWriteForm(board), typed.draft)
    const isTaken = read.ok && (await isNicknameTaken(ctx.db, read.data.guest.name))
    const form = isTaken ? refuseForm(typed.draft, 'guestName', 'guestPosts.name.taken') : read
    if (!form.ok) return guestWritePage(reader, board, refusedLook(typed, form))
    if (!(await mayPostNow(ctx, guest, board, form.data, req.ip))) return guestWritePage(reader, board, tooFast(typed))
    const proved = await isWorkDone(ctx, typed.draft['proof'] ?? '', postFormKey(guest, form.data).toString('hex'))
    const path = await createPost(ctx, guest, board, { ...form.data, guest: { ...form.data.guest, proved } })
    const waits = waitsForApproval(guest, board) || !proved
    // What waits is seen by those who keep order alone: its page would be "not found" for whoever wrote it.
    return redirect(waits ? boardPath(board) : path, { kind: 'success', key: waits ? 'guestPosts.waits' : 'posts.created' })
  })

  get('/:board/:number/password', { access: policyDecides, params: PostParams }, async ({ reader, params }) =>
    guestKeyPage(reader, await guestsPost(ctx, params), {}),
  )

  post('/:board/:number/password', { access: policyDecides, params: PostParams }, async ({ reader, params, body, req }) => {
    const at = await guestsPost(ctx, params)
    const form = readForm(GuestKeyForm, body)
    if (!form.ok) return guestKeyPage(reader, at, { error: form.errors['password'] })
    const grant = await openWords(ctx, { kind: 'post', id: at.post.id }, { password: form.data.password, address: req.ip }).catch(
      (error: unknown) => {
        if (error instanceof TooManyRequests) return 'slow' as const
        throw error
      },
    )
    if (grant === 'slow') return guestKeyPage(reader, at, { error: 'guestPosts.tooManyTries', status: 429 })
    if (grant === null) return guestKeyPage(reader, at, { error: 'guestPosts.password.wrong' })
    const author = authorByGrant(ctx, { kind: 'post', id: at.post.id }, grant)
    const { board } = at
    const own = { board, post: await loadOwnPost(ctx, author, board, { number: params.number, may: form.data.act }) }
    if (form.data.act === 'delete') return guestDeletePage(reader, own, grant)
    return guestEditPage(reader, own, { draft: { ...(await loadDraft(ctx, reader, own.post)), grant } })
  })

  post('/:board/:number/edit/guest', { access: policyDecides, params: PostParams, before }, async ({ reader, params, body }) => {
    const { board, post: found } = await guestsPost(ctx, params)
    const typed = await takeTypedPost(ctx, guest, board, { body, images: [] })
    const author = authorByGrant(ctx, { kind: 'post', id: found.id }, typed.draft['grant'] ?? '')
    const at = { board, post: await loadOwnPost(ctx, author, board, { number: params.number, may: 'edit' }) }
    if (typed.action !== 'publish') return guestEditPage(reader, at, await unfinished(ctx, author, typed, at.post.id))
    const form = readForm(editForm(author, board, at.post), typed.draft)
    if (!form.ok) return guestEditPage(reader, at, refusedLook(typed, form))
    if (holdsMarks(reader, typed.draft))
      return guestEditPage(reader, at, { ...typed, status: 422, errors: { body: 'posts.conflict.marksLeft' } })
    if (!(await editPost(ctx, author, at, { ...form.data, secret: false }))) {
      const look = await meetOtherChange(ctx, reader, board, params.number, typed.draft)
      if (look) return guestEditPage(reader, at, look)
    }
    return redirect(postPath(board, params.number), { kind: 'success', key: 'posts.saved' })
  })

  post('/:board/:number/delete/guest', { access: policyDecides, params: PostParams }, async ({ params, body }) => {
    const { board, post: found } = await guestsPost(ctx, params)
    const form = readForm(GuestGrantForm, body)
    await deletePost(ctx, authorByGrant(ctx, { kind: 'post', id: found.id }, form.ok ? form.data.grant : ''), board, params.number)
    return redirect(boardPath(board), { kind: 'success', key: 'posts.removed' })
  })

  return { router, doors }
}

/** @throws LogInFirst where only members write */
async function boardForGuests(ctx: AppContext, slug: string) {
  const board = await loadBoard(ctx, guest, slug)
  if (board.mergingInto !== null) throw new Forbidden('the board is being merged', 'boards.merging')
  if (!canWriteOn(guest, board)) throw new LogInFirst()
  return board
}

/** Whoever asks: that it is theirs is shown by password, also by who has become a member since. */
async function guestsPost(ctx: AppContext, params: { board: string; number: number }) {
  const board = await loadBoard(ctx, guest, params.board)
  const post = await loadPost(ctx, guest, board, params.number)
  if (post.guestName === null) throw new Forbidden("a member's post", 'posts.mayNotEdit')
  return { board, post }
}
