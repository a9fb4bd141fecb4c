import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import type { SettingField, SettingsForm } from './console.types.ts'

export interface SettingsPage {
  heading: string
  about: string | null
  form: SettingsForm
}

/** A field in as few words as it takes: `standard` is its default as a value, `label` and `help` follow from the name unless said. */
export type FieldPlan = { name: string; label: MessageKey; help: MessageKey } & Partial<
  Pick<SettingField, 'id' | 'kind' | 'max' | 'rows' | 'required' | 'lang'>
> & { standard?: string; choices?: { value: string; label: string }[] }

export function settingField({ t }: Reader, { draft, errors }: FormState, plan: FieldPlan): SettingField {
  const value = draft[plan.name] ?? ''
  const error = errors[plan.name]
  return {
    id: plan.id ?? plan.name,
    name: plan.name,
    label: t(plan.label),
    help: t(plan.help),
    kind: plan.kind ?? 'line',
    value,
    standard: plan.standard === undefined ? null : t('console.standard', { value: plan.standard || t('console.empty') }),
    error: error === undefined ? null : t(error as MessageKey),
    choices: (plan.choices ?? []).map((choice) => ({ ...choice, selected: choice.value === value })),
    max: plan.max ?? 200,
    rows: plan.rows ?? 8,
    required: plan.required ?? false,
    lang: plan.lang ?? null,
  }
}

export interface FormPlan {
  id: string
  action: string
  submit: MessageKey
  cancelPath?: string
  parts: { heading: MessageKey; about?: MessageKey; fields: FieldPlan[] }[]
}

export function settingsForm(reader: Reader, state: FormState, plan: FormPlan): SettingsForm {
  const idOf = (name: string) => plan.parts.flatMap(({ fields }) => fields).find((field) => field.name === name)?.id ?? name
  return {
    id: plan.id,
    action: plan.action,
    submitLabel: reader.t(plan.submit),
    cancelPath: plan.cancelPath ?? null,
    parts: plan.parts.map(({ heading, about, fields }) => ({
      heading: reader.t(heading),
      about: about ? reader.t(about) : null,
      fields: fields.map((field) => settingField(reader, state, field)),
    })),
    errors: Object.fromEntries(Object.entries(state.errors).map(([field, key]) => [idOf(field), reader.t(key as MessageKey)])),
  }
}

const known: Record<number, MessageKey> = {
  1: 'console.level.guest',
  2: 'console.level.member',
  9: 'console.level.administrator',
  10: 'console.level.owner',
}

/** Levels by number, with the names of those that have one. */
export const levelChoicesFor = ({ t }: Reader, levels: readonly number[]) =>
  levels.map((level) => ({ value: String(level), label: known[level] ? `${level} ${t(known[level])}` : String(level) }))

/** The form failed: the same page, as the status says. */
export const statusOf = ({ errors }: FormState): number => (Object.keys(errors).length > 0 ? 422 : 200)

export const consolePage = <M extends object>(reader: Reader, view: string, model: M, head: { title: string; status?: number }): Reply =>
  page(`console/${view}`, model, {
    titles: [head.title, reader.t('console.menu')],
    status: head.status ?? 200,
    layout: 'console',
    side: false,
    robots: 'noindex',
  })
