import { readFile } from 'node:fs/promises'
import type { Request } from 'express'
import { z } from 'zod'
import type { AppContext, Reader } from '../../context.ts'
import { ownersOnly } from '../../lib/http/access.ts'
import { Conflict } from '../../lib/http/errors.ts'
import { receivedImages, receiveImages } from '../../lib/http/receive-images.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { newSubmissionKey } from '../submissions/submissions.service.ts'
import { listImports, loadImport, readGivenHistory } from '../visits/visit-imports.read-models.ts'
import { importHistory, undoImport } from '../visits/visit-imports.service.ts'
import { undoImportPath, visitImportPath } from '../visits/visits.paths.ts'
import { textOfBytes, VisitImportForm } from './console-visit-imports.schemas.ts'
import { type Given, undoImportPage, visitImportPage } from './console-visit-imports.view-models.ts'

const params = z.object({ import: z.coerce.number().int().positive().max(4_000_000_000) })
/** What it holds comes back as a field of the form, with a longer end to each line: smaller than what a field may hold. */
const MOST_KILOBYTES = 400
const before = (ctx: AppContext) => [receiveImages(ctx, async () => ({ count: 1, megabytes: MOST_KILOBYTES / 1024 }))]

/** Takes in what was counted day by day elsewhere: looked at first, then taken, and taken back if it was wrong. */
export function consoleVisitImportRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  const show = async (reader: Reader, given: Given | null) =>
    visitImportPage(reader, given, { imports: await listImports(ctx.db), settings: await loadSettings(ctx) })

  get(visitImportPath, { access: ownersOnly }, ({ reader }) => show(reader, null))

  post(visitImportPath, { access: ownersOnly, before: before(ctx) }, async ({ viewer, reader, body, req }) => {
    const form = VisitImportForm.parse(body ?? {})
    const file = await fileOf(req)
    if (file === 'refused') return show(reader, { text: form.text, fault: 'visits.import.tooLarge' })
    const text = file ?? form.text
    if (text.trim() === '') return show(reader, { text, fault: 'visits.import.nothing' })
    const history = await readGivenHistory(ctx, text)
    if (history === null) return show(reader, { text, fault: 'visits.import.tooManyLines' })
    const given = { text, history, submissionKey: form.submissionKey || newSubmissionKey() }
    // What is taken in was looked at: a file that comes with the last click was not.
    if (form.action !== 'import' || file !== null || history.wrong.length > 0) return show(reader, given)
    try {
      await importHistory(ctx, { submissionKey: given.submissionKey, memberId: viewer.memberId ?? 0, content: text }, history.fresh)
    } catch (error) {
      if (error instanceof Conflict) return show(reader, given)
      throw error
    }
    return redirect(visitImportPath, { kind: 'success', key: 'visits.import.done' })
  })

  get(undoImportPath({ id: ':import' }), { access: ownersOnly, params }, async ({ reader, params: { import: id } }) =>
    undoImportPage(reader, await loadImport(ctx.db, id)),
  )

  post(undoImportPath({ id: ':import' }), { access: ownersOnly, params }, async ({ viewer, params: { import: id } }) => {
    await undoImport(ctx, viewer.memberId ?? 0, id)
    return redirect(visitImportPath, { kind: 'success', key: 'visits.import.undone' })
  })

  return { router, doors }
}

/** null where none was chosen. */
async function fileOf(req: Request): Promise<string | 'refused' | null> {
  const [file] = receivedImages(req).filter(({ name }) => name !== '')
  if (file === undefined) return null
  return file.refused === undefined ? textOfBytes(await readFile(file.path)) : 'refused'
}
