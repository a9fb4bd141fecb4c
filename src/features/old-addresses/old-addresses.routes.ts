import type { AppContext, Viewer } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { found, movedForEver } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import { feedPath } from '../feeds/feeds.paths.ts'
import { contentPlace, type NewPlace, newPlace } from './old-addresses.paths.ts'
import { OldName, OldQuery, OldScript } from './old-addresses.types.ts'

/** Addresses under which a site that came from GnuBoard5 is known all over the web. `/board/number` needs nothing: it is the same here. */
export function oldAddressRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  const boardFor = (viewer: Viewer) => async (slug: string) =>
    (await listBoardsFor(ctx, viewer)).find((board) => board.slug === slug) ?? null

  // Many sites lived in a folder.
  for (const folder of ['', '/gnuboard5', '/g5']) {
    get(`${folder}/bbs/:script`, { access: anyone, params: OldScript, query: OldQuery }, async ({ viewer, params, query }) =>
      leadTo(await newPlace(params.script, query, boardFor(viewer))),
    )
  }
  get('/rss/:name', { access: anyone, params: OldName }, ({ params }) => movedForEver(feedPath({ slug: params.name })))
  get('/content/:name', { access: anyone, params: OldName }, ({ params }) => leadTo(contentPlace(params.name)))

  return { router, doors }
}

function leadTo(place: NewPlace | null) {
  if (place === null) throw new NotFound('no such old address')
  return place.forEver ? movedForEver(place.path) : found(place.path)
}
