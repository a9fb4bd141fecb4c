import type { Request, RequestHandler, Response } from 'express'
import { readAgent } from '../../lib/agents/agent.ts'
import { agentText } from '../../lib/agents/agent-text.ts'
import { withHints } from '../../lib/agents/client-hints.ts'
import { beforeHeaders } from '../../lib/http/before-headers.ts'
import { localsOf } from '../../lib/http/route.ts'
import { zonedParts } from '../../lib/time/zone.ts'
import { reservedSlugs } from '../boards/boards.policy.ts'
import { pageName } from './page-name.policy.ts'
import { pageKind } from './speed.policy.ts'
import { type FeltPage, feltDevices } from './speed.types.ts'
import type { VisitRecorder } from './visit-recorder.service.ts'
import { type Answer, answerOf, isPage } from './visits.policy.ts'

/** Notes how long an answer took, when its status and type are known, and what a browser tells of the page that it showed. */
export type NoteSpeed = (req: Request, res: Response, answer: Answer, milliseconds: number) => void

/** Stands before whatever a page waits for. */
export function measureSpeed(noteSpeed: NoteSpeed): RequestHandler {
  return (req, res, next) => {
    const begunAt = performance.now()
    beforeHeaders(res, () => noteSpeed(req, res, answerOf(req, res), performance.now() - begunAt))
    next()
  }
}

export function createSpeedMeter(visits: VisitRecorder): NoteSpeed {
  return (req, res, answer, milliseconds) => {
    const { reader, felt } = localsOf(res)
    if (reader === undefined) return
    const { day, hour } = zonedParts(reader.now, reader.zone)
    if (felt !== undefined) visits.felt({ day, hour, ...felt, device: deviceOf(req) })
    if (req.method !== 'GET' || !isPage(req.headers, answer)) return
    visits.answered(day, pageKind(pageName(req.path, reservedSlugs)), milliseconds)
  }
}

function deviceOf({ headers }: Request): FeltPage['device'] {
  const { device } = withHints(readAgent(agentText(headers['user-agent'])), headers)
  return feltDevices.find((each) => each === device) ?? null
}
