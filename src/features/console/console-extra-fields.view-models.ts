import type { Reader } from '../../context.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { EXTRA_FIELDS, extraFieldKinds } from '../boards/board-settings.types.ts'
import { extraName, extraRows } from './console-board-form.schemas.ts'
import type { FieldPlan, PartPlan } from './setting-fields.view-models.ts'

/** Empty rows to begin with; more come when they are filled. */
const SPARE = 3

/** The rows of the extra fields: those in use, and the empty ones in which another may be begun. */
export function extraFieldRows(
  { t, number, locale }: Reader,
  { draft, errors }: { draft: Record<string, string>; errors: Record<string, string> },
): NonNullable<PartPlan['rows']> {
  const kinds = [
    { value: '', label: t('console.board.extra.unused') },
    ...extraFieldKinds.map((kind) => ({ value: kind, label: t(`console.board.extra.kind.${kind}`) })),
  ]
  const places = Array.from({ length: EXTRA_FIELDS }, (_, index) => ({ value: String(index + 1), label: number(index + 1) }))
  const rows = extraRows(draft)
  const isUsed = (key: string) => draft[extraName(key, 'kind')] !== ''
  const spare = rows.filter((key) => !isUsed(key)).slice(0, SPARE)
  return rows
    .filter((key) => isUsed(key) || spare.includes(key))
    .map((key, index) => {
      const field = (part: Parameters<typeof extraName>[1], more: Partial<FieldPlan>): FieldPlan => ({
        name: extraName(key, part),
        label: `console.board.extra.${part}` as MessageKey,
        help: `console.board.extra.${part}.help` as MessageKey,
        ...more,
      })
      const korean = draft[extraName(key, 'nameKo')] ?? ''
      const name = locale === 'ko' ? korean : draft[extraName(key, 'nameEn')] || korean
      return {
        label: t('console.board.extra.row', { place: number(index + 1), name: (isUsed(key) && name) || t('console.board.extra.unused') }),
        open: Object.keys(errors).some((each) => each.startsWith(`${key}_`)),
        fields: [
          field('kind', { kind: 'choice', choices: kinds }),
          field('nameKo', { max: 30, lang: 'ko' }),
          field('nameEn', { max: 30, lang: 'en' }),
          field('choices', { kind: 'area', max: 2_000, rows: 4 }),
          field('required', { kind: 'tick' }),
          field('onPage', { kind: 'tick' }),
          field('inList', { kind: 'tick' }),
          field('place', { kind: 'choice', choices: places }),
        ],
      }
    })
}
