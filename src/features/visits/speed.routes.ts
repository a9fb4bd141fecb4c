import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { createLimit, networkOf } from '../../lib/http/limits.ts'
import { json } from '../../lib/http/reply.ts'
import { createRouter, localsOf, type Routes } from '../../lib/http/route.ts'
import { isRedisUnavailable } from '../../lib/redis/redis.ts'
import { administers } from '../boards/boards.policy.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { pageKind } from './speed.policy.ts'
import { FeltSpeed } from './speed.schemas.ts'
import { loadToldPage } from './told-page.service.ts'
import { visitRulesOf } from './visit-rules.policy.ts'
import { refusesMeasuring, whoAsks } from './visits.policy.ts'

/** Measured pages of one network: a fifth of what an office that reads fast is shown. */
const FELT = 60
const SECONDS = 60

export function speedRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)
  const limit = createLimit(ctx.redis, 'felt', FELT, SECONDS)

  post('/visitors/felt', { access: anyone }, async ({ viewer, body, req, res }) => {
    await limit.spend(networkOf(req.ip)).catch((error: unknown) => {
      if (!isRedisUnavailable(error)) throw error
    })
    const told = FeltSpeed.safeParse(body)
    if (!told.success) throw new NotFound('nothing that a browser measured')
    const page = pageKind(await loadToldPage(ctx, viewer, told.data.path))
    const rules = visitRulesOf(await loadSettings(ctx))
    const counts = !rules.ignores(req.ip) && (rules.countsStaff || !administers(viewer)) && !refusesMeasuring(req.headers)
    const counted = counts && whoAsks(req.headers, rules.botWords) === 'person'
    const { lcp, inp, cls, screen = null } = told.data
    if (counted) localsOf(res).felt = { page, screen, values: { lcp, inp, cls } }
    return json({ counted })
  })

  return { router, doors }
}
