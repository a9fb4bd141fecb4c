import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'

export interface LogInPage {
  login: string
  keep: boolean
  returnTo: string
  errors: Record<string, string>
}

export function logInPage(reader: Reader, form: FormState & { returnTo: string }, status = 200) {
  const errors = Object.fromEntries(Object.entries(form.errors).map(([field, key]) => [field, reader.t(key as MessageKey)]))
  return page<LogInPage>(
    'sessions/login',
    { login: form.draft['login'] ?? '', keep: form.draft['keep'] === 'yes', returnTo: form.returnTo, errors },
    { titles: [reader.t('sessions.title')], status, side: false, robots: 'noindex' },
  )
}
