import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { found, text } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { takeReceipt } from './shown-pages.middleware.ts'
import { nothingToSee } from './visits.paths.ts'
import { PageReceipt } from './visits.schemas.ts'

/** Asked for by every page of a site behind a shared cache, past that cache: by its script, or as an image where there is none. */
export function shownPageRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/visitors/shown.svg', { access: anyone, query: PageReceipt }, async ({ query, req, res }) => {
    const told = takeReceipt(ctx, await loadSettings(ctx), req, res, query)
    res.set('Cache-Control', 'no-store')
    switch (told.is) {
      case 'unknown':
        throw new NotFound('no page of ours')
      case 'foreign':
        throw new Forbidden('another site shows this', 'errors.crossSite')
      case 'greeted':
        return found(told.again)
      case 'taken':
        return text(nothingToSee, 'svg')
    }
  })

  return { router, doors }
}
