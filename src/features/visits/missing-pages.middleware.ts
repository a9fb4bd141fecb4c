import type { RequestHandler } from 'express'
import type { AppContext } from '../../context.ts'
import { beforeHeaders } from '../../lib/http/before-headers.ts'
import { localsOf } from '../../lib/http/route.ts'
import { zonedParts } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { linkName, missingName } from './happenings.policy.ts'
import type { VisitRecorder } from './visit-recorder.service.ts'
import { visitRulesOf } from './visit-rules.policy.ts'
import { asksForPage, whoAsks } from './visits.policy.ts'

/** Notes what a person asked for and did not find, and where the link stands that led there: an owner can mend it. */
export function noteMissingPages(ctx: AppContext, visits: VisitRecorder): RequestHandler {
  return async (req, res, next) => {
    const rules = visitRulesOf(await loadSettings(ctx))
    const isHeard = !rules.ignores(req.ip) && !rules.isQuiet(req.headers)
    if (req.method === 'GET' && isHeard && whoAsks(req.headers, rules.botWords) === 'person' && asksForPage(req.headers)) {
      beforeHeaders(res, () => {
        const { reader } = localsOf(res)
        if (res.statusCode !== 404 || reader === undefined) return
        const { day, hour } = zonedParts(reader.now, reader.zone)
        visits.note({ day, hour, kind: 'missing', name: missingName(req.path) })
        const link = linkName(req.get('referer'), req.host)
        if (link !== null) visits.note({ day, hour, kind: 'missing-from', name: link })
      })
    }
    next()
  }
}
