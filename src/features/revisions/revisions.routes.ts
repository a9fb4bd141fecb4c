import type { AppContext, Viewer } from '../../context.ts'
import { membersOnly, policyDecides } from '../../lib/http/access.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { postPath } from '../posts/posts.paths.ts'
import { type PlaceOfOld, purgePage, restorePage } from './revision-acts.view-models.ts'
import { historyPath } from './revisions.paths.ts'
import { canPurgeVersion, canRestoreText, mustSayWhy } from './revisions.policy.ts'
import { findVersion, loadHistory, loadHistoryPlace } from './revisions.read-models.ts'
import { HistoryQuery, PostParams, VersionParams, versionForm } from './revisions.schemas.ts'
import { purgeVersion, restoreVersion } from './revisions.service.ts'
import { historyPage } from './revisions.view-models.ts'

export function revisionRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/:board/:number/history', { access: policyDecides, params: PostParams, query: HistoryQuery }, async (call) =>
    historyPage(call.reader, await loadHistory(ctx, call.viewer, call.params, call.query.version)),
  )

  get('/:board/:number/history/:version/restore', { access: membersOnly, params: VersionParams }, async ({ viewer, reader, params }) => {
    const at = await placeToAct(ctx, viewer, params, 'restore')
    return restorePage(reader, at, { ...emptyForm, status: 200 })
  })

  post('/:board/:number/history/:version/restore', { access: membersOnly, params: VersionParams }, async (call) => {
    const { viewer, reader, params } = call
    const at = await placeToAct(ctx, viewer, params, 'restore')
    const form = readForm(versionForm(mustSayWhy(viewer, at.post)), call.body)
    if (!form.ok) return restorePage(reader, at, { ...form, status: 422 })
    const done = await restoreVersion(ctx, viewer, at, { ...at.old, version: params.version }, form.data)
    if (!done) return restorePage(reader, await placeToAct(ctx, viewer, params, 'restore'), { draft: form.draft, errors: {}, status: 409 })
    return redirect(postPath(at.board, params.number), { kind: 'success', key: 'revisions.restored' })
  })

  get('/:board/:number/history/:version/purge', { access: membersOnly, params: VersionParams }, async ({ viewer, reader, params }) => {
    const at = await placeToAct(ctx, viewer, params, 'purge')
    return purgePage(reader, at, { ...emptyForm, status: 200 })
  })

  post(
    '/:board/:number/history/:version/purge',
    { access: membersOnly, params: VersionParams },
    async ({ viewer, reader, params, body }) => {
      const at = await placeToAct(ctx, viewer, params, 'purge')
      const form = readForm(versionForm(true), body)
      if (!form.ok) return purgePage(reader, at, { ...form, status: 422 })
      await purgeVersion(ctx, viewer, at, { version: params.version, reason: form.data.reason })
      return redirect(historyPath(at.board, params.number), { kind: 'success', key: 'revisions.purged' })
    },
  )

  return { router, doors }
}

/** What was taken out of the history can't be put back, nor taken out again: its address is as good as none. */
async function placeToAct(
  ctx: AppContext,
  viewer: Viewer,
  params: { board: string; number: number; version: number },
  act: 'restore' | 'purge',
): Promise<PlaceOfOld> {
  const place = await loadHistoryPlace(ctx, viewer, params)
  const { board, post } = place
  if (act === 'restore' && !canRestoreText(viewer, board, post)) throw new Forbidden('may not restore', 'revisions.mayNotRestore')
  if (act === 'purge' && !canPurgeVersion(viewer, board, post)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
  const old = await findVersion(ctx, post.id, params.version)
  if (!old || old.source === null) throw new NotFound('no such version')
  return { ...place, old: { version: params.version, title: old.title, source: old.source } }
}
