import type { AppContext } from '../../../context.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { fieldsOf } from '../../drafts/drafts.types.ts'
import { renderWritten } from '../bodies/render-body.read-models.ts'
import { ScheduledParams } from '../posts.schemas.ts'
import { publishScheduledPost } from './publish-scheduled.service.ts'
import { scheduledPath, scheduledPostPath } from './scheduled-posts.paths.ts'
import { boardOf, listScheduled } from './scheduled-posts.read-models.ts'
import { cancelScheduled, loadScheduled } from './scheduled-posts.service.ts'
import { scheduledPage, scheduledPostPage } from './scheduled-posts.view-models.ts'

/** A member's posts that wait for their hour. They are planned and changed in their board's form (`post-forms.routes`). */
export function scheduledPostRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get(scheduledPath, { access: membersOnly }, async ({ viewer, reader }) => scheduledPage(reader, await listScheduled(ctx, viewer)))

  get('/me/scheduled/:id', { access: membersOnly, params: ScheduledParams }, async ({ viewer, reader, params }) => {
    const planned = await loadScheduled(ctx, viewer, params.id)
    if (planned.resultPath !== null) return redirect(planned.resultPath)
    const { body: source = '' } = fieldsOf(planned)
    const { body } = await renderWritten(ctx, { source, ownerId: planned.memberId, postId: null })
    return scheduledPostPage(reader, { post: planned, board: await boardOf(ctx, planned), source, html: body.html })
  })

  post('/me/scheduled/:id/publish', { access: membersOnly, params: ScheduledParams }, async ({ viewer, params }) => {
    const planned = await loadScheduled(ctx, viewer, params.id)
    // The second of two clicks is led to what the first one made.
    if (planned.resultPath !== null) return redirect(planned.resultPath)
    const outcome = await publishScheduledPost(ctx, planned)
    if (outcome === 'done') return redirect((await loadScheduled(ctx, viewer, params.id)).resultPath ?? scheduledPath)
    if (outcome === 'later') return redirect(scheduledPostPath(params.id), { kind: 'danger', key: 'scheduled.notNow' })
    if ('problem' in outcome) return redirect(scheduledPostPath(params.id), { kind: 'danger', key: 'scheduled.notPublished' })
    return redirect(outcome.path, { kind: 'success', key: 'scheduled.published' })
  })

  post('/me/scheduled/:id/cancel', { access: membersOnly, params: ScheduledParams }, async ({ viewer, params }) => {
    const cancelled = await cancelScheduled(ctx, viewer, params.id)
    return redirect(scheduledPath, cancelled ? { kind: 'success', key: 'scheduled.cancelled' } : { kind: 'danger', key: 'scheduled.gone' })
  })

  return { router, doors }
}
