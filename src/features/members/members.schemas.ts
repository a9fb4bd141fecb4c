import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { isReservedName, loginProblem, nicknameProblem } from './member-names.policy.ts'
import { passwordProblem, saysName } from './passwords.policy.ts'

const EMAIL_LENGTH = 254

/** What is missing is as good as empty: one message for both. */
const typed = z.string().catch('')

const check =
  (problemOf: (value: string) => string | null) =>
  (value: string, issues: z.core.$RefinementCtx<string>): void => {
    const message = problemOf(value)
    if (message !== null) issues.addIssue({ code: 'custom', message })
  }

const login = typed.transform((value) => value.trim().normalize('NFKC').toLowerCase()).superRefine(check(loginProblem))
/** Spaces at the ends come from keyboards that add one after each word. */
const nickname = typed
  .transform((value) =>
    value
      .toWellFormed()
      .normalize('NFC')
      .replace(/^ +| +$/g, ''),
  )
  .superRefine(check(nicknameProblem))
const email = typed
  .transform((value) => cleanText(value).trim().normalize('NFKC'))
  .refine((value) => value !== '', { error: 'members.email.required' })
  .refine((value) => value.length <= EMAIL_LENGTH && z.email().safeParse(value).success, { error: 'members.email.form' })
const password = typed.superRefine(check(passwordProblem))

const unreserved = (reason: string) => (value: string, issues: z.core.$RefinementCtx<string>) =>
  check((name) => (isReservedName(name) ? reason : null))(value, issues)

/** The owner may speak for the site. */
const anyNames = { login, nickname, email }
const names = {
  login: login.superRefine(unreserved('members.login.reserved')),
  nickname: nickname.superRefine(unreserved('members.nickname.reserved')),
  email,
}
const passwords = { password, passwordAgain: typed }

interface Typed {
  password: string
  passwordAgain?: string
  login?: string
  nickname?: string
  email?: string
}

/** Also when another field is wrong: who mends a form wants to hear everything at once. */
const always = { when: () => true }
const typedTwice = { ...always, error: 'members.passwordAgain.differs', path: ['passwordAgain'] }
const notItsName = { ...always, error: 'members.password.isName', path: ['password'] }
const isTypedTwice = (form: Typed) => form.password === form.passwordAgain
const hidesItsName = ({ password, login = '', nickname = '', email = '' }: Typed) =>
  !saysName(password, [login, nickname, email, email.split('@')[0] ?? ''])

const agreement = (error: string) => typed.refine((value) => value === 'yes', { error })

export const SignUpForm = z
  .object({
    ...names,
    ...passwords,
    agreeTerms: agreement('members.agreeTerms.required'),
    agreePrivacy: agreement('members.agreePrivacy.required'),
  })
  .refine(isTypedTwice, typedTwice)
  .refine(hidesItsName, notItsName)

export const OwnerSetupForm = z
  .object({ ...anyNames, ...passwords })
  .refine(isTypedTwice, typedTwice)
  .refine(hidesItsName, notItsName)

/** For the command line, which asks for the password by itself. */
export const NewOwner = z.object({ ...anyNames, password }).refine(hidesItsName, notItsName)

export const ForgotPasswordForm = z.object({ email })
export const NewPasswordForm = z.object(passwords).refine(isTypedTwice, typedTwice)
export const ChangePasswordForm = z
  .object({ ...passwords, currentPassword: typed.refine((value) => value.length <= 1_000, { error: 'members.currentPassword.wrong' }) })
  .refine(isTypedTwice, typedTwice)

export const ChangeNicknameForm = z.object({ nickname: names.nickname })
/** Administrators speak for the site as it is. */
export const ChangeAnyNicknameForm = z.object({ nickname })

export const NamedOnlineForm = z.object({ named: z.enum(['yes', 'no']) })

export const TokenParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) })
export const NicknameParams = z.object({ nickname: z.string().min(1).max(200) })
/** Which of a member's writings, and the id below which the page begins. */
export const ProfileQuery = z.object({
  tab: z.literal('comments').optional().catch(undefined),
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .optional(),
})
/** What was typed of a name; more than a name can hold asks for nothing. */
export const CompletionQuery = z.object({ q: z.string().max(60).default('').catch('') })
export const SignUpQuery = z.object({ returnTo: z.string().optional().catch(undefined) })

/** Where the reader was when the gate asked. */
export const DeclareAdultForm = z.object({ returnTo: z.string().optional().catch(undefined) })
