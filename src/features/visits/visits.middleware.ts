import type { RequestHandler } from 'express'
import type { AppContext } from '../../context.ts'

export function countVisits(_ctx: AppContext): RequestHandler {
  return (_req, _res, next) => next()
}
