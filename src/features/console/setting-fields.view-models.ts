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
> & {
    standard?: string
    choices?: { value: string; label: string }[]
    /** Their label is that of the choice. */
    ticks?: { name: string; label: MessageKey }[]
    slots?: { name: string; label: string }[]
    range?: readonly [number, number]
    /** What its error names. */
    errorWords?: Readonly<Record<string, string>>
  }

export function settingField({ t, number }: Reader, { draft, errors }: FormState, plan: FieldPlan): SettingField {
  const value = draft[plan.name] ?? ''
  const error = errors[plan.name]
  const [min, max] = plan.range ?? [0, 0]
  const choicesAt = (chosen: string) => (plan.choices ?? []).map((choice) => ({ ...choice, selected: choice.value === chosen }))
  return {
    id: plan.id ?? plan.name,
    name: plan.name,
    label: t(plan.label),
    help: t(plan.help),
    kind: plan.kind ?? 'line',
    value,
    standard: plan.standard === undefined ? null : t('console.standard', { value: plan.standard || t('console.empty') }),
    error: error === undefined ? null : t(error as MessageKey, { min: number(min), max: number(max), ...plan.errorWords }),
    choices: choicesAt(value),
    ticks: (plan.ticks ?? []).map(({ name, label }) => ({ name, label: t(label), checked: draft[name] === 'yes' })),
    slots: (plan.slots ?? []).map(({ name, label }) => ({ name, label, choices: choicesAt(draft[name] ?? '') })),
    max: plan.max ?? 200,
    rows: plan.rows ?? 8,
    required: plan.required ?? false,
    lang: plan.lang ?? null,
  }
}

export interface PartPlan {
  /** For the menu of a form that has one. */
  id?: string
  heading: MessageKey
  about?: MessageKey
  fields: FieldPlan[]
  rows?: { label: string; open: boolean; fields: FieldPlan[] }[]
  link?: { label: string; path: string }
}

export interface FormPlan {
  id: string
  action: string
  submit: MessageKey
  preview?: MessageKey
  cancelPath?: string
  /** Says which boxes it shows. */
  tellsTicks?: boolean
  parts: PartPlan[]
}

export function settingsForm(reader: Reader, state: FormState, plan: FormPlan): SettingsForm {
  const { t } = reader
  const parts = plan.parts.map((part, index) => ({
    id: part.id ?? `${plan.id}-${index + 1}`,
    heading: t(part.heading),
    about: part.about ? t(part.about) : null,
    fields: part.fields.map((field) => settingField(reader, state, field)),
    rows: (part.rows ?? []).map((row) => ({ ...row, fields: row.fields.map((field) => settingField(reader, state, field)) })),
    link: part.link ?? null,
  }))
  const fields = parts.flatMap((part) => [...part.fields, ...part.rows.flatMap((row) => row.fields)])
  const fieldOf = (name: string) => fields.find((field) => field.name === name)
  return {
    id: plan.id,
    action: plan.action,
    submitLabel: t(plan.submit),
    previewLabel: plan.preview ? t(plan.preview) : null,
    cancelPath: plan.cancelPath ?? null,
    ticks: plan.tellsTicks ? namesOfTicks(fields).join(' ') : null,
    menu: parts.filter((_, index) => plan.parts[index]?.id).map(({ id, heading }) => ({ label: heading, path: `#${id}` })),
    parts,
    errors: Object.fromEntries(
      Object.entries(state.errors).map(([name, key]) => [fieldOf(name)?.id ?? name, fieldOf(name)?.error ?? t(key as MessageKey)]),
    ),
  }
}

const namesOfTicks = (fields: readonly SettingField[]): string[] =>
  fields.flatMap((field) => (field.kind === 'tick' ? [field.name] : field.ticks.map(({ name }) => name)))

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
