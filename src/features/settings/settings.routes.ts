import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { text } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadSettings } from './settings.service.ts'
import { privacyPage, robotsText, termsPage } from './settings.view-models.ts'

export function settingsRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/terms', { access: anyone }, async ({ reader }) => termsPage(reader, await loadSettings(ctx)))
  get('/privacy', { access: anyone }, async ({ reader }) => privacyPage(reader, await loadSettings(ctx)))
  get('/robots.txt', { access: anyone }, () => text(robotsText(), 'text/plain', { 'Cache-Control': 'public, max-age=3600' }))

  return { router, doors }
}
