import type { z } from 'zod'
import type { AppContext, Reader } from '../../context.ts'
import { administratorsOnly, anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { createLimit, networkOf } from '../../lib/http/limits.ts'
import { json } from '../../lib/http/reply.ts'
import { createRouter, localsOf, type Routes } from '../../lib/http/route.ts'
import { isRedisUnavailable } from '../../lib/redis/redis.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { listLedger, loadLedgerMonth } from './ledger.read-models.ts'
import { ledgerCsv, ledgerJson, ledgerPage } from './ledger.view-models.ts'
import { loadOnline } from './online.read-models.ts'
import { onlinePage } from './online.view-models.ts'
import { loadToldPage } from './told-page.service.ts'
import { isAmong } from './visit-audience.policy.ts'
import { onlinePath } from './visits.paths.ts'
import { LedgerQuery, ShownPage } from './visits.schemas.ts'

/** Pages shown by one network: an office that reads fast. */
const SHOWN = 300
const SECONDS = 60

export function visitRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const limit = createLimit(ctx.redis, 'shown', SHOWN, SECONDS)

  get('/console/visitors/ledger', { access: administratorsOnly, query: LedgerQuery }, ({ reader, query }) =>
    showLedger(reader, query, false),
  )

  get('/visitors/ledger', { access: anyone, query: LedgerQuery }, async ({ reader, query }) => {
    if (!isAmong((await loadSettings(ctx)).visitLedgerFor, reader.viewer)) throw new NotFound('the ledger is not published')
    return showLedger(reader, query, true)
  })

  async function showLedger(reader: Reader, { month, format }: z.output<typeof LedgerQuery>, open: boolean) {
    if (format === 'csv') return ledgerCsv(await listLedger(ctx.db))
    if (format === 'json') return ledgerJson(await listLedger(ctx.db))
    return ledgerPage(reader, open, await loadLedgerMonth(ctx.db, month))
  }

  get(onlinePath, { access: anyone }, async ({ reader }) => {
    const { visitOnlineFor, visitCountStaff } = await loadSettings(ctx)
    if (!isAmong(visitOnlineFor, reader.viewer)) throw new NotFound('who is here now is not for this reader')
    return onlinePage(reader, await loadOnline(ctx, reader.viewer), visitCountStaff)
  })

  post('/visitors/shown', { access: anyone }, async ({ viewer, body, req, res }) => {
    await limit.spend(networkOf(req.ip)).catch((error: unknown) => {
      if (!isRedisUnavailable(error)) throw error
    })
    const told = ShownPage.safeParse(body)
    if (!told.success) throw new NotFound('no such page')
    await loadToldPage(ctx, viewer, told.data.path)
    localsOf(res).shownLater = told.data.path
    return json({ counted: true })
  })

  return { router, doors }
}
