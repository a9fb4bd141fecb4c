import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'

export interface LogInPage {
  login: string
  keep: boolean
  returnTo: string
  signUpPath: string
  wrong: { login: boolean; password: boolean }
  problems: string[]
  /** What was sent before is kept, and log-in leads on to it. */
  keptText: boolean
}

export function logInPage(reader: Reader, form: FormState & { returnTo: string }, status = 200): Reply {
  const model: LogInPage = {
    login: form.draft['login'] ?? '',
    keep: form.draft['keep'] === 'yes',
    returnTo: form.returnTo,
    signUpPath: form.returnTo === '/' ? '/signup' : `/signup?returnTo=${encodeURIComponent(form.returnTo)}`,
    wrong: { login: 'login' in form.errors, password: 'password' in form.errors },
    keptText: /[?&]draft=[0-9a-f]{32}$/.test(form.returnTo),
    problems: Object.values(form.errors).map((key) => reader.t(key as MessageKey)),
  }
  return page('sessions/login', model, { titles: [reader.t('sessions.title')], status, side: false, robots: 'noindex' })
}
