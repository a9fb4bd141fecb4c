import type { AppContext } from '../../context.ts'
import { ownersOnly } from '../../lib/http/access.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { changeSettings, loadSettings } from '../settings/settings.service.ts'
import { settingsPath, siteInformationPath } from './console.paths.ts'
import { SettingsForm, SiteInformationForm } from './console.schemas.ts'
import { draftOfSettings, settingsPage, siteInformationPage } from './console-settings.view-models.ts'

/** What concerns the whole site is the owner's. */
export function consoleSettingsRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const pages = [
    { path: settingsPath, schema: SettingsForm, show: settingsPage },
    { path: siteInformationPath, schema: SiteInformationForm, show: siteInformationPage },
  ]
  for (const { path, schema, show } of pages) {
    get(path, { access: ownersOnly }, async ({ reader }) => show(reader, { draft: draftOfSettings(await loadSettings(ctx)), errors: {} }))

    post(path, { access: ownersOnly }, async ({ viewer, reader, body }) => {
      const form = readForm(schema, body)
      if (!form.ok) return show(reader, form)
      await changeSettings(ctx, viewer, form.data)
      return redirect(path, { kind: 'success', key: 'console.saved' })
    })
  }
  return { router, doors }
}
