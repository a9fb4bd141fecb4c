import type { AppContext, Reader, Viewer } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import type { Flash } from '../../lib/http/flash.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { loadPlace } from '../comments/comment-place.read-models.ts'
import { addressInThread, loadDrawnComment } from '../comments/comments.read-models.ts'
import type { Place } from '../comments/comments.types.ts'
import { listWaitingComments } from '../comments/guest-comments/waiting-comments.read-models.ts'
import { commentSortOf } from '../comments/threads/comment-sort.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { listWaitingPosts } from '../posts/waiting-posts.read-models.ts'
import { actSegment } from './moderation.paths.ts'
import { canModerate, canSeeLog } from './moderation.policy.ts'
import { loadModerationLog } from './moderation.read-models.ts'
import { CommentParams, LogQuery, PostParams, reasonForm, WaitingQuery } from './moderation.schemas.ts'
import { moderateComment, moderatePost } from './moderation.service.ts'
import { type CommentAct, commentActs, type PostAct, postActs } from './moderation.types.ts'
import { commentReasonPage, postReasonPage } from './moderation.view-models.ts'
import { moderationLogPage } from './moderation-log.view-models.ts'
import { waitingPage } from './waiting-posts.view-models.ts'

/** Fixed addresses: they stand before those of boards. */
export function moderationLogRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/console/moderation', { access: membersOnly, query: LogQuery }, async ({ viewer, reader, query }) => {
    if (!canSeeLog(viewer)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
    return moderationLogPage(reader, await loadModerationLog(ctx, viewer, query))
  })

  get('/console/waiting', { access: membersOnly, query: WaitingQuery }, async ({ viewer, reader, query }) => {
    if (!canSeeLog(viewer)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
    const [posts, comments] = await Promise.all([listWaitingPosts(ctx, viewer, query.after ?? null), listWaitingComments(ctx, viewer)])
    return waitingPage(reader, posts, comments)
  })

  return { router, doors }
}

/** Members come to the door, the policy lets moderators of the board in: to others who see the post it is a 403, to the rest a 404. */
export function moderationRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  for (const action of postActs) {
    const path = `/:board/:number/${actSegment(action)}`

    get(path, { access: membersOnly, params: PostParams }, async ({ viewer, reader, params }) =>
      postReasonPage(reader, await placeToModerate(ctx, viewer, params), action, emptyForm),
    )

    post(path, { access: membersOnly, params: PostParams }, async ({ viewer, reader, params, body }) => {
      const place = await placeToModerate(ctx, viewer, params)
      const form = readForm(reasonForm(action), body)
      if (!form.ok) return postReasonPage(reader, place, action, form)
      const changed = await moderatePost(ctx, viewer, place, { action, ...form.data })
      return redirect(
        action === 'delete' ? boardPath(place.board) : postPath(place.board, place.post.number),
        outcome(reader, action, changed),
      )
    })
  }

  for (const action of commentActs) {
    const path = `/:board/:number/comments/:comment/${action === 'hide-comment' ? 'hide' : 'restore'}`

    get(path, { access: membersOnly, params: CommentParams }, async ({ viewer, reader, params }) => {
      const place = await placeToModerate(ctx, viewer, params)
      return commentReasonPage(reader, { ...place, comment: await loadDrawnComment(ctx, place, params.comment) }, action, emptyForm)
    })

    post(path, { access: membersOnly, params: CommentParams }, async ({ viewer, reader, params, body, req }) => {
      const place = await placeToModerate(ctx, viewer, params)
      const at = { ...place, comment: await loadDrawnComment(ctx, place, params.comment) }
      const form = readForm(reasonForm(action), body)
      if (!form.ok) return commentReasonPage(reader, at, action, form)
      const changed = await moderateComment(ctx, viewer, at, { action, ...form.data })
      const address = await addressInThread(ctx.db, place, at.comment, commentSortOf(cookiesOf(req), place.board))
      return redirect(address, outcome(reader, action, changed))
    })
  }

  return { router, doors }
}

async function placeToModerate(ctx: AppContext, viewer: Viewer, params: { board: string; number: number }): Promise<Place> {
  const place = await loadPlace(ctx, viewer, params)
  if (!canModerate(viewer, place.board)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
  return place
}

const outcome = ({ t }: Reader, action: PostAct | CommentAct, changed: boolean): Flash =>
  changed
    ? { kind: 'success', key: 'moderation.flash.done', args: { act: t(`moderation.act.${action}`) } }
    : { kind: 'danger', key: 'moderation.flash.already' }
