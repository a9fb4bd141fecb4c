import type { AppContext, Reader, Viewer } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadPlace } from '../comments/comment-place.read-models.ts'
import { commentPath } from '../comments/comments.paths.ts'
import { loadDrawnComment } from '../comments/comments.read-models.ts'
import { canSeeLog } from '../moderation/moderation.policy.ts'
import { postPath } from '../posts/posts.paths.ts'
import { reportsPath } from './reports.paths.ts'
import { canReportComment, canReportPost } from './reports.policy.ts'
import { listOpenReports } from './reports.read-models.ts'
import { CommentParams, PostParams, ReportForm, ReportsQuery, TargetParams } from './reports.schemas.ts'
import { closeReports, hasReported, report } from './reports.service.ts'
import type { Reported } from './reports.types.ts'
import { reportPage, reportsPage } from './reports.view-models.ts'

/** Fixed addresses: they stand before those of boards. */
export function reportsConsoleRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/console/reports', { access: membersOnly, query: ReportsQuery }, async ({ viewer, reader, query }) => {
    if (!canSeeLog(viewer)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
    return reportsPage(reader, await listOpenReports(ctx, viewer, query.before ?? null))
  })

  post('/console/reports/:post/:comment/close', { access: membersOnly, params: TargetParams }, async ({ viewer, params }) => {
    if (!canSeeLog(viewer)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
    const closed = await closeReports(ctx, viewer, { postId: params.post, commentId: params.comment })
    return redirect(reportsPath(), { kind: 'success', key: closed ? 'reports.flash.closed' : 'reports.flash.closedAlready' })
  })

  return { router, doors }
}

export function reportRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  const loadReported = async (viewer: Viewer, params: { board: string; number: number; comment?: number }): Promise<Reported> => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = params.comment === undefined ? null : await loadDrawnComment(ctx, place, params.comment)
    // Before anything of it is printed: the page shows what was said.
    const may = comment ? canReportComment(viewer, place, comment) : canReportPost(viewer, place)
    if (!may) throw new Forbidden('may not report this', 'reports.mayNot')
    return { ...place, comment }
  }

  const show = async (reader: Reader, viewer: Viewer, reported: Reported) =>
    reportPage(reader, reported, (await hasReported(ctx, viewer, reported)) ? null : emptyForm)

  const take = async (reader: Reader, viewer: Viewer, reported: Reported, body: unknown) => {
    const form = readForm(ReportForm, body)
    if (!form.ok) return reportPage(reader, reported, form)
    await report(ctx, viewer, reported, form.data)
    const { board, post: at, comment } = reported
    const back = comment ? commentPath(board, at.number, comment.number) : postPath(board, at.number)
    return redirect(back, { kind: 'success', key: 'reports.flash.thanks' })
  }

  get('/:board/:number/report', { access: membersOnly, params: PostParams }, async ({ viewer, reader, params }) =>
    show(reader, viewer, await loadReported(viewer, params)),
  )
  post('/:board/:number/report', { access: membersOnly, params: PostParams }, async ({ viewer, reader, params, body }) =>
    take(reader, viewer, await loadReported(viewer, params), body),
  )
  get('/:board/:number/comments/:comment/report', { access: membersOnly, params: CommentParams }, async ({ viewer, reader, params }) =>
    show(reader, viewer, await loadReported(viewer, params)),
  )
  post('/:board/:number/comments/:comment/report', { access: membersOnly, params: CommentParams }, async (call) =>
    take(call.reader, call.viewer, await loadReported(call.viewer, call.params), call.body),
  )

  return { router, doors }
}
