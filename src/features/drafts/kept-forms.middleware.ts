import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { isDatabaseUnavailable } from '../../lib/db/errors.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { proveIntent } from '../../lib/http/csrf.ts'
import { HttpError, LogInFirst } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { networkOf } from '../../lib/http/limits.ts'
import { receiveWords } from '../../lib/http/receive-words.ts'
import { localsOf } from '../../lib/http/route.ts'
import type { Refusal } from './drafts.types.ts'
import { keepForGuest, keepForMember } from './kept-forms.service.ts'
import { KEEPER_COOKIE, KEPT_SECONDS } from './kept-forms.types.ts'
import { textFormAt } from './text-forms.policy.ts'

/** Before an error is told: what its form held is kept, and the answer may say where it goes on. */
export function keepRefusedForms(ctx: AppContext): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (req.method === 'POST' && textFormAt(req.path, {}) && isOurs(req)) {
      await keep(ctx, error, req, res).catch((err: unknown) => ctx.log.warn({ err, id: String(req.id) }, 'a refused form was not kept'))
    }
    next(error)
  }
}

async function keep(ctx: AppContext, error: unknown, req: Request, res: Response): Promise<void> {
  const body = await receiveWords(req, res)
  if (body === null) return
  const { draft: sent } = readForm(AnyForm, body)
  const locals = localsOf(res)
  locals.sentForm = { action: req.originalUrl, fields: { ...withoutPasswords(sent), _csrf: String(body['_csrf'] ?? '') } }
  // Who waited for a database that is away need not wait for it twice: the answer holds the text.
  if (isDatabaseUnavailable(error)) return
  const form = { path: req.path, sent }
  locals.keptPath =
    error instanceof LogInFirst
      ? await keepForGuest(ctx, { ...form, cookie: keeperCookie(req, res), network: networkOf(req.ip) })
      : await keepForMember(ctx, locals.viewer, form, refusalOf(error))
}

const withoutPasswords = (sent: Record<string, string>) =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !/password/i.test(name)))

const AnyForm = z.looseObject({})

/** A form of another site holds no words of this reader. */
function isOurs(req: Request): boolean {
  try {
    proveIntent(req, null)
    return true
  } catch {
    return false
  }
}

function keeperCookie(req: Request, res: Response): string {
  const given = cookiesOf(req)[KEEPER_COOKIE]
  const cookie = given && /^[0-9a-f]{32}$/.test(given) ? given : randomBytes(16).toString('hex')
  res.cookie(KEEPER_COOKIE, cookie, cookieOptions(req, KEPT_SECONDS))
  return cookie
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof HttpError)) return 'failed'
  if (error.advice === 'errors.staleForm') return 'stale'
  if (error.status === 429) return 'flood'
  return error.status < 500 ? 'closed' : 'failed'
}
