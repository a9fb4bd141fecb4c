import type { AppContext, Reader } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { BadRequest, NotFound } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { type Limit, takePoint } from '../../lib/http/limits.ts'
import { receiveImages } from '../../lib/http/receive-images.ts'
import { json, type Reply, redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { writePath } from '../boards/boards.paths.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { renderWritten } from '../posts/bodies/render-body.read-models.ts'
import { editPostPath } from '../posts/posts.paths.ts'
import { loadBoardToWriteOn, loadOwnPost } from '../posts/posts.read-models.ts'
import { continueDraftPath, draftPath, draftsPath } from './drafts.paths.ts'
import { listDrafts, loadDraftWithVersions } from './drafts.read-models.ts'
import { BoardParams, DraftParams, DraftQuery, RestoreForm, SaveForm } from './drafts.schemas.ts'
import { type DraftAnswer, discardDraft, putAside, restoreVersion, saveDraft } from './drafts.service.ts'
import { editDraftKey, fieldsOf, typedFields } from './drafts.types.ts'
import { draftPage, draftsPage } from './drafts.view-models.ts'

/** A page saves three seconds after the last key: who types without a pause of that length saves less often. */
const SAVES: Limit = { name: 'draft', points: 400, seconds: 600 }
const noFiles = { count: 0, megabytes: 0 }

export function draftRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/me/drafts', { access: membersOnly }, async ({ viewer, reader }) =>
    draftsPage(reader, await listAllBoards(ctx), await listDrafts(ctx, viewer)),
  )

  get('/me/drafts/:key', { access: membersOnly, params: DraftParams, query: DraftQuery }, async ({ viewer, reader, params, query }) => {
    const found = await loadDraftWithVersions(ctx, viewer, params.key)
    const version = found.versions.find(({ id }) => id === query.version) ?? null
    if (query.version !== undefined && !version) throw new NotFound('no such version of a draft')
    const fields = fieldsOf(version ?? found.draft)
    const { body } = await renderWritten(ctx, { source: fields['body'] ?? '', ownerId: viewer.memberId ?? 0, postId: null })
    return draftPage(reader, await listAllBoards(ctx), { ...found, version, title: fields['title'] ?? '', html: body.html })
  })

  post('/me/drafts/:key/restore', { access: membersOnly, params: DraftParams }, async ({ viewer, params, body }) => {
    const form = readForm(RestoreForm, body)
    if (!form.ok) throw new BadRequest('no version')
    const draft = await restoreVersion(ctx, viewer, params.key, form.data.version)
    return redirect(continueDraftPath(draft, params.key), { kind: 'success', key: 'drafts.flash.restored' })
  })

  post('/me/drafts/:key/delete', { access: membersOnly, params: DraftParams }, async ({ viewer, params }) => {
    await discardDraft(ctx, viewer, params.key)
    return redirect(draftsPath, { kind: 'success', key: 'drafts.flash.deleted' })
  })

  post(
    '/:board/drafts',
    { access: membersOnly, params: BoardParams, before: [receiveImages(ctx, async () => noFiles)] },
    async ({ viewer, reader, params, body }) => {
      const board = await loadBoardToWriteOn(ctx, viewer, params.board)
      const form = readForm(SaveForm, body)
      if (!form.ok) throw new BadRequest('not a draft')
      const { draftBase: base, draftSequence: sequence, draftTab: tab, draftOf: number, aside } = form.data
      const post = number === undefined ? null : await loadOwnPost(ctx, viewer, board, { number, may: 'edit' })
      const key = post ? editDraftKey(post.id) : form.data.draft
      await takePoint(ctx.redis, SAVES, String(viewer.memberId))
      const fields = typedFields(form.draft)
      if (aside) {
        await putAside(ctx, viewer, { key, fields })
        return json({ sequence: base })
      }
      const place = post
        ? ({ kind: 'edit', boardId: board.id, path: editPostPath(board, post.number) } as const)
        : ({ kind: 'post', boardId: board.id, path: writePath(board) } as const)
      return answer(reader, await saveDraft(ctx, viewer, place, { key, base, sequence, tab, fields }))
    },
  )

  return { router, doors }
}

/** For the script of the page that saves. */
function answer(reader: Reader, outcome: DraftAnswer): Reply {
  const { t, date } = reader
  if ('saved' in outcome) {
    const { sequence, savedAt } = outcome.saved
    return json({ sequence, message: t('drafts.saved', { time: date(savedAt).short }) })
  }
  if ('full' in outcome) return json({ error: t(`drafts.${outcome.full}`), listPath: draftsPath }, 422)
  if ('ended' in outcome) return json({ error: t('drafts.endedElsewhere'), sequence: outcome.ended.sequence, newer: null }, 409)
  const { newer } = outcome
  const key = newer.draftKey.toString('hex')
  const error = t('drafts.newerElsewhere', { time: date(newer.savedAt).full, letters: newer.letters })
  return json({ error, sequence: newer.sequence, newer: { path: continueDraftPath(newer, key), preview: draftPath(key) } }, 409)
}
