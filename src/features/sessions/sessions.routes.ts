import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { TooManyRequests } from '../../lib/http/errors.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { returnTo, returnToAfterLogIn } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { claimKeptForms } from '../drafts/kept-forms.service.ts'
import { KEEPER_COOKIE } from '../drafts/kept-forms.types.ts'
import { noteMemberGone } from '../visits/online.service.ts'
import { displayNames } from './display.types.ts'
import { LogInForm, LogInQuery, PreferencesForm } from './sessions.schemas.ts'
import { createLogIn } from './sessions.service.ts'
import { logInPage } from './sessions.view-models.ts'

const YEAR_SECONDS = 31_536_000
const SHORT_WAIT_SECONDS = 10

export function sessionRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const logIn = createLogIn(ctx)

  get('/login', { access: anyone, query: LogInQuery }, ({ viewer, reader, query }) => {
    const to = returnToAfterLogIn(query.returnTo)
    return viewer.memberId === null ? logInPage(reader, { ...emptyForm, returnTo: to }) : redirect(to)
  })

  post('/login', { access: anyone }, async ({ reader, body, session, req, res }) => {
    const form = readForm(LogInForm, body)
    const to = returnToAfterLogIn(form.draft['returnTo'])
    const refuse = (key: MessageKey, status = 422) => logInPage(reader, { draft: form.draft, errors: { login: key }, returnTo: to }, status)
    if (!form.ok) return logInPage(reader, { ...form, returnTo: to }, 422)
    const result = await tooOften(logIn({ login: form.data.login, password: form.data.password, address: req.ip }))
    if ('retryAfter' in result) {
      res.set('Retry-After', String(result.retryAfter))
      return refuse(result.retryAfter > SHORT_WAIT_SECONDS ? 'sessions.tooOften' : 'sessions.busy', 429)
    }
    if ('refused' in result) return refuse(`sessions.${result.refused}`)
    await session.begin(result.member, { keep: form.data.keep === 'yes' })
    const keeper = cookiesOf(req)[KEEPER_COOKIE]
    if (keeper) {
      await claimKeptForms(ctx, result.member.id, keeper)
      res.clearCookie(KEEPER_COOKIE, { path: '/' })
    }
    return redirect(to)
  })

  post('/logout', { access: anyone }, async ({ viewer, session }) => {
    await session.end()
    if (viewer.memberId !== null) await noteMemberGone(ctx, viewer.memberId)
    return redirect('/', { kind: 'success', key: 'sessions.loggedOut' })
  })

  post('/preferences', { access: anyone }, ({ body, req, res }) => {
    const form = readForm(PreferencesForm, body)
    const chosen = form.ok ? form.data : {}
    if (chosen.language) res.cookie('lang', chosen.language, cookieOptions(req, YEAR_SECONDS))
    for (const name of displayNames) if (chosen[name]) res.cookie(name, chosen[name], cookieOptions(req, YEAR_SECONDS))
    return redirect(returnTo(form.draft['returnTo']))
  })

  return { router, doors }
}

/** The form stays on the screen, with what was typed and how long to wait. */
const tooOften = <T>(attempt: Promise<T>): Promise<T | { retryAfter: number }> =>
  attempt.catch((error: unknown) => {
    if (error instanceof TooManyRequests) return { retryAfter: error.retryAfterSeconds ?? 1 }
    throw error
  })
