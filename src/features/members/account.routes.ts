import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { createLimit, networkOf } from '../../lib/http/limits.ts'
import { redirect } from '../../lib/http/reply.ts'
import { returnToAfterLogIn } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { forgotPasswordPath, ownerSetupPath, resetPasswordPath } from './members.paths.ts'
import { ForgotPasswordForm, NewPasswordForm, OwnerSetupForm, SignUpForm, SignUpQuery, TokenParams } from './members.schemas.ts'
import { signUp } from './members.service.ts'
import type { TakenField } from './members.types.ts'
import { closedPage, forgotPage, resetPage, setupPage, signUpPage } from './members.view-models.ts'
import { findSetupToken, setUpOwner } from './owner-setup.service.ts'
import { findResetToken, requestPasswordReset, resetPassword } from './password-reset.service.ts'

/** Sign-up, the first owner, a forgotten password: doors for those who are not logged in. */
export function accountRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const signUpLimit = createLimit(ctx.redis, 'sign-up', 60, 3600)
  const resetLimit = createLimit(ctx.redis, 'password-reset', 10, 3600)

  get('/signup', { access: anyone, query: SignUpQuery }, async ({ viewer, reader, query }) => {
    if (viewer.memberId !== null) return redirect(returnToAfterLogIn(query.returnTo))
    if (!(await loadSettings(ctx)).signUpOpen) return closedPage(reader)
    return signUpPage(reader, { ...emptyForm, returnTo: returnToAfterLogIn(query.returnTo) })
  })

  post('/signup', { access: anyone }, async ({ viewer, reader, body, session, req }) => {
    if (viewer.memberId !== null) return redirect('/')
    if (!(await loadSettings(ctx)).signUpOpen) return closedPage(reader)
    const form = readForm(SignUpForm, body)
    const to = returnToAfterLogIn(form.draft['returnTo'])
    if (!form.ok) return signUpPage(reader, { ...form, returnTo: to }, 422)
    await signUpLimit.spend(networkOf(req.ip))
    const result = await signUp(ctx, form.data)
    if ('taken' in result) return signUpPage(reader, { ...takenForm(form.draft, result.taken), returnTo: to }, 422)
    await session.begin(result.member, { keep: false })
    return redirect(to, { kind: 'success', key: 'members.signUp.done', args: { nickname: form.data.nickname } })
  })

  get('/setup/:token', { access: anyone, params: TokenParams }, async ({ reader, params }) => {
    if (!(await findSetupToken(ctx, params.token))) throw new NotFound('no such set-up')
    return setupPage(reader, { ...emptyForm, action: ownerSetupPath(params.token) })
  })

  post('/setup/:token', { access: anyone, params: TokenParams }, async ({ reader, params, body, session }) => {
    if (!(await findSetupToken(ctx, params.token))) throw new NotFound('no such set-up')
    const action = ownerSetupPath(params.token)
    const form = readForm(OwnerSetupForm, body)
    if (!form.ok) return setupPage(reader, { ...form, action }, 422)
    const result = await setUpOwner(ctx, params.token, form.data)
    if ('gone' in result) throw new NotFound('the set-up was used')
    if ('taken' in result) return setupPage(reader, { ...takenForm(form.draft, result.taken), action }, 422)
    await session.begin(result.member, { keep: false })
    return redirect('/console', { kind: 'success', key: 'members.setup.done' })
  })

  get(forgotPasswordPath, { access: anyone }, ({ reader }) => forgotPage(reader, { ...emptyForm, sent: false }))

  post(forgotPasswordPath, { access: anyone }, async ({ reader, body, req }) => {
    const form = readForm(ForgotPasswordForm, body)
    if (!form.ok) return forgotPage(reader, { ...form, sent: false }, 422)
    await resetLimit.spend(networkOf(req.ip))
    await requestPasswordReset(ctx, form.data.email)
    return forgotPage(reader, { ...emptyForm, sent: true })
  })

  // Mail programs open links by themselves: looking never burns the token, only the form does.
  get('/password/reset/:token', { access: anyone, params: TokenParams }, async ({ reader, params }) => {
    const gone = !(await findResetToken(ctx, params.token))
    return resetPage(reader, { ...emptyForm, action: resetPasswordPath(params.token), gone }, gone ? 410 : 200)
  })

  post('/password/reset/:token', { access: anyone, params: TokenParams }, async ({ reader, params, body }) => {
    const action = resetPasswordPath(params.token)
    if (!(await findResetToken(ctx, params.token))) return resetPage(reader, { ...emptyForm, action, gone: true }, 410)
    const form = readForm(NewPasswordForm, body)
    if (!form.ok) return resetPage(reader, { ...form, action, gone: false }, 422)
    if (!(await resetPassword(ctx, params.token, form.data.password))) return resetPage(reader, { ...emptyForm, action, gone: true }, 410)
    return redirect('/login', { kind: 'success', key: 'members.reset.done' })
  })

  return { router, doors }
}

const takenForm = (draft: Record<string, string>, fields: TakenField[]) => ({
  draft,
  errors: Object.fromEntries(fields.map((field) => [field, `members.${field}.taken`])),
})
