import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { cookieOptions } from '../../lib/http/cookies.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { returnTo } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { LogInForm, LogInQuery, PreferencesForm } from './sessions.schemas.ts'
import { createLogIn } from './sessions.service.ts'
import { logInPage } from './sessions.view-models.ts'

const YEAR_SECONDS = 31_536_000

export function sessionRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const logIn = createLogIn(ctx)

  get('/login', { access: anyone, query: LogInQuery }, ({ viewer, reader, query }) => {
    const to = returnTo(query.returnTo)
    return viewer.memberId === null ? logInPage(reader, { ...emptyForm, returnTo: to }) : redirect(to)
  })

  post('/login', { access: anyone }, async ({ reader, body, session, req }) => {
    const form = readForm(LogInForm, body)
    const to = returnTo(form.draft['returnTo'])
    if (!form.ok) return logInPage(reader, { ...form, returnTo: to }, 422)
    const member = await logIn({ login: form.data.login, password: form.data.password, address: req.ip })
    if (!member) return logInPage(reader, { draft: form.draft, errors: { login: 'sessions.wrong' }, returnTo: to }, 422)
    await session.begin(member, { keep: form.data.keep === 'yes' })
    return redirect(to)
  })

  post('/logout', { access: anyone }, async ({ session }) => {
    await session.end()
    return redirect('/', { kind: 'success', key: 'sessions.loggedOut' })
  })

  post('/preferences', { access: anyone }, ({ body, req, res }) => {
    const form = readForm(PreferencesForm, body)
    const chosen = form.ok ? form.data : {}
    if (chosen.language) res.cookie('lang', chosen.language, cookieOptions(req, YEAR_SECONDS))
    if (chosen.theme) res.cookie('theme', chosen.theme, cookieOptions(req, YEAR_SECONDS))
    return redirect(returnTo(form.draft['returnTo']))
  })

  return { router, doors }
}
