import type { AppContext } from '../../context.ts'
import { ownersOnly } from '../../lib/http/access.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { changeSettings, loadSettings } from '../settings/settings.service.ts'
import { visitSettingsPath } from '../visits/visits.paths.ts'
import { draftOfSettings } from './console-settings.view-models.ts'
import { VisitSettingsForm } from './console-visits.schemas.ts'
import { visitSettingsPage } from './console-visits.view-models.ts'

export function consoleVisitsRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get(visitSettingsPath, { access: ownersOnly }, async ({ reader }) =>
    visitSettingsPage(reader, { draft: draftOfSettings(await loadSettings(ctx)), errors: {} }),
  )

  post(visitSettingsPath, { access: ownersOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(VisitSettingsForm, body)
    if (!form.ok) return visitSettingsPage(reader, form)
    await changeSettings(ctx, viewer, form.data)
    return redirect(visitSettingsPath, { kind: 'success', key: 'console.saved' })
  })

  return { router, doors }
}
