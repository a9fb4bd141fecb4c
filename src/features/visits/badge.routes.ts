import type { Response } from 'express'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { locales } from '../../lib/i18n/catalogue.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { badge, figuresForOthers } from './badge.view-models.ts'
import { loadVisitFigures } from './visits.read-models.ts'

const BadgeQuery = z.object({ lang: z.enum(locales).catch('ko').default('ko') })

/** The counter for other sites, as numbers and as a picture, where the owner lets them have it. */
export function badgeRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/visitors.json', { access: anyone }, async ({ res, reader }) => {
    const settings = await offered(res)
    return figuresForOthers(settings, await loadVisitFigures(ctx), reader.now)
  })

  get('/visitors.svg', { access: anyone, query: BadgeQuery }, async ({ res, query }) => {
    const settings = await offered(res)
    return badge(query.lang, settings, await loadVisitFigures(ctx))
  })

  async function offered(res: Response) {
    const settings = await loadSettings(ctx)
    if (!settings.visitBadge || settings.visitCounterFor !== 'everyone') throw new NotFound('the counter is not for other sites')
    // What any cache may keep carries nobody's cookie, not even the end of one.
    res.removeHeader('Set-Cookie')
    return settings
  }

  return { router, doors }
}
