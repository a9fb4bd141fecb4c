import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { MessageKey } from '../../messages/messages.ts'

/** One labelled input, as `partials/field` prints it. */
export interface Field {
  name: string
  label: string
  type: 'text' | 'email' | 'password'
  value: string
  help: string | null
  error: string | null
  autocomplete: string
  maxlength: number
  required: boolean
}

const kinds = {
  login: { type: 'text', autocomplete: 'username', maxlength: 20 },
  nickname: { type: 'text', autocomplete: 'nickname', maxlength: 60 },
  email: { type: 'email', autocomplete: 'email', maxlength: 254 },
  currentPassword: { type: 'password', autocomplete: 'current-password', maxlength: 1000 },
  password: { type: 'password', autocomplete: 'new-password', maxlength: 1000 },
  passwordAgain: { type: 'password', autocomplete: 'new-password', maxlength: 1000 },
} as const

export type FieldName = keyof typeof kinds

/** Where a form calls a field something else. */
export type Labels = Partial<Record<FieldName, MessageKey>>

const helps = new Set<FieldName>(['login', 'nickname', 'email', 'password'])

/** What was typed comes back, but never a password. */
export function memberField(reader: Reader, form: FormState, name: FieldName, labels: Labels = {}): Field {
  const kind = kinds[name]
  return {
    name,
    ...kind,
    label: reader.t((labels[name] ?? `members.${name}`) as MessageKey),
    value: kind.type === 'password' ? '' : (form.draft[name] ?? ''),
    help: helps.has(name) ? reader.t(`members.${name}.help` as MessageKey) : null,
    error: errorTexts(reader, form)[name] ?? null,
    required: true,
  }
}

export const errorTexts = (reader: Reader, form: FormState): Record<string, string> =>
  Object.fromEntries(Object.entries(form.errors).map(([field, key]) => [field, reader.t(key as MessageKey)]))
