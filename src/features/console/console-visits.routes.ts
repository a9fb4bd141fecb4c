import type { AppContext } from '../../context.ts'
import { ownersOnly } from '../../lib/http/access.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { changeSettings, loadSettings } from '../settings/settings.service.ts'
import { POLICY_LENGTH } from '../settings/settings.types.ts'
import { markedPolicy } from '../visits/visit-privacy.policy.ts'
import { visitPolicyPath, visitSettingsPath } from '../visits/visits.paths.ts'
import { draftOfSettings } from './console-settings.view-models.ts'
import { VisitSettingsForm } from './console-visits.schemas.ts'
import { visitSettingsPage } from './console-visits.view-models.ts'

export function consoleVisitsRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get(visitSettingsPath, { access: ownersOnly }, async ({ reader }) => {
    const settings = await loadSettings(ctx)
    return visitSettingsPage(reader, { draft: draftOfSettings(settings), errors: {} }, settings)
  })

  post(visitSettingsPath, { access: ownersOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(VisitSettingsForm, body)
    if (!form.ok) return visitSettingsPage(reader, form, await loadSettings(ctx))
    await changeSettings(ctx, viewer, form.data)
    return redirect(visitSettingsPath, { kind: 'success', key: 'console.saved' })
  })

  post(visitPolicyPath, { access: ownersOnly }, async ({ viewer }) => {
    const policy = markedPolicy(await loadSettings(ctx))
    if (Object.values(policy).some((text) => text.length > POLICY_LENGTH))
      return redirect(visitSettingsPath, { kind: 'danger', key: 'visits.privacy.set.full' })
    await changeSettings(ctx, viewer, policy)
    return redirect(visitSettingsPath, { kind: 'success', key: 'visits.privacy.set.done' })
  })

  return { router, doors }
}
