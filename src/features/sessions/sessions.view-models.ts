import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'

export interface LogInPage {
  login: string
  keep: boolean
  returnTo: string
  signUpPath: string
  /** Which of the two fields the summary on top leads to. */
  wrong: { login: boolean; password: boolean }
  errors: Record<string, string>
}

export function logInPage(reader: Reader, form: FormState & { returnTo: string }, status = 200): Reply {
  const errors = Object.fromEntries(Object.entries(form.errors).map(([field, key]) => [field, reader.t(key as MessageKey)]))
  const model: LogInPage = {
    login: form.draft['login'] ?? '',
    keep: form.draft['keep'] === 'yes',
    returnTo: form.returnTo,
    signUpPath: form.returnTo === '/' ? '/signup' : `/signup?returnTo=${encodeURIComponent(form.returnTo)}`,
    wrong: { login: 'login' in errors, password: 'password' in errors },
    errors,
  }
  return page('sessions/login', model, { titles: [reader.t('sessions.title')], status, side: false, robots: 'noindex' })
}
