import type { Reader } from '../../context.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { boardRanges } from '../boards/board-form.types.ts'
import { commentSorts, listColumns, looks, pictureSizes, sorts, uploadKinds } from '../boards/board-settings.types.ts'
import type { BoardGroup } from '../boards/boards.types.ts'
import { COLUMNS, columnField, draftOfBoard, kindTick, sortTick, standards } from './console-board-form.schemas.ts'
import { extraFieldRows } from './console-extra-fields.view-models.ts'
import { type FieldPlan, levelChoicesFor, type PartPlan } from './setting-fields.view-models.ts'

/** Every setting of a board, in the parts of its page. A name is that of the form; label, explanation and default follow from it. */

type Named = Pick<FieldPlan, 'name' | 'label' | 'help'>
const named = (name: string): Named => ({
  name,
  label: `console.board.${name}` as MessageKey,
  help: `console.board.${name}.help` as MessageKey,
})

const standardDraft = draftOfBoard(standards)

export interface BoardPartsPlan {
  groups: readonly BoardGroup[]
  draft: Record<string, string>
  /** Fields with an error stand open. */
  errors: Record<string, string>
  /** Where the categories are edited; a new board has no such place yet. */
  categoriesPath: string | null
}

export function boardParts(reader: Reader, plan: BoardPartsPlan): PartPlan[] {
  const field = fieldsFor(reader)
  const part = (id: string, fields: FieldPlan[], more: Partial<PartPlan> = {}): PartPlan => ({
    id: `part-${id}`,
    heading: `console.board.part.${id}` as MessageKey,
    fields,
    ...more,
  })
  const categories = plan.categoriesPath ? { link: { label: reader.t('console.categories.edit'), path: plan.categoriesPath } } : {}
  return [
    part('names', [...nameFields, ...groupField(plan.groups)]),
    part('look', [
      field.choice('look', looks),
      field.number('pageSize'),
      columnsField(reader),
      field.ticks('sorts', sorts, sortTick),
      field.choice('defaultSort', sorts, 'sorts'),
      ...(['newHours', 'hotViews', 'popularVotes', 'noticeLimit'] as const).map(field.number),
    ]),
    part('texts', [...['aboveKo', 'aboveEn', 'belowKo', 'belowEn', 'defaultText'].map(field.text)]),
    part(
      'rights',
      [
        ...['listLevel', 'readLevel', 'writeLevel', 'replyLevel', 'commentLevel', 'uploadLevel', 'downloadLevel'].map(field.level),
        field.choice('secret', ['never', 'choice', 'always']),
        ...['adultsOnly', 'anonymous', 'consultation', 'approval', 'privatePosts'].map(field.tick),
      ],
      { about: 'console.board.part.rights.about' },
    ),
    part('writing', [...(['bodyMin', 'bodyMax', 'commentMin', 'commentMax', 'linkCount'] as const).map(field.number)]),
    part('files', [
      field.number('uploadCount'),
      field.number('uploadMegabytes'),
      field.number('roomMegabytes'),
      field.ticks('uploadKinds', uploadKinds, kindTick),
      field.choice('pictureSize', pictureSizes),
      field.tick('copyImages'),
    ]),
    part('categories', [field.tick('categoryRequired')], categories),
    part('extra', [], { about: 'console.board.part.extra.about', rows: extraFieldRows(reader, plan) }),
    part('posts', [
      field.tick('editAfterComments'),
      field.tick('deleteAfterComments'),
      field.choice('history', ['everyone', 'members', 'staff']),
      field.choice('removed', ['vanish', 'stub']),
      field.choice('votes', ['up', 'updown', 'none']),
      field.choice('polls', ['members', 'staff', 'never']),
    ]),
    part('comments', [
      field.tick('secretComments'),
      field.choice('commentSort', commentSorts),
      ...(['bestComments', 'bestVotes'] as const).map(field.number),
    ]),
    part('other', [...['commentsEnabled', 'feedEnabled', 'searchEnabled'].map(field.tick)]),
  ]
}

const nameFields: FieldPlan[] = [
  { ...named('slug'), max: 20, required: true },
  { ...named('nameKo'), max: 60, required: true, lang: 'ko' },
  { ...named('nameEn'), max: 60, required: true, lang: 'en' },
  { ...named('descriptionKo'), lang: 'ko' },
  { ...named('descriptionEn'), lang: 'en' },
]

/** With one group there is nothing to choose. */
const groupField = (groups: readonly BoardGroup[]): FieldPlan[] =>
  groups.length < 2
    ? []
    : [
        {
          ...named('groupId'),
          kind: 'choice',
          choices: groups.map((group) => ({ value: String(group.id), label: `${group.nameKo} / ${group.nameEn}` })),
        },
      ]

/** Each kind of field with its default in the words of its choices. */
function fieldsFor(reader: Reader) {
  const { t, number } = reader
  const levels = levelChoicesFor(
    reader,
    Array.from({ length: 10 }, (_, index) => index + 1),
  )
  const labelOf = (of: string, value: string) => t(`console.board.${of}.${value}` as MessageKey)
  const standardOf = (name: string) => standardDraft[name] ?? ''
  return {
    text: (name: string): FieldPlan => ({
      ...named(name),
      kind: 'area',
      max: 10_000,
      rows: 4,
      standard: '',
      ...(name.endsWith('Text') ? {} : { lang: name.endsWith('Ko') ? ('ko' as const) : ('en' as const) }),
    }),
    number: (name: keyof typeof boardRanges): FieldPlan => ({
      ...named(name),
      kind: 'number',
      max: 9,
      range: boardRanges[name],
      standard: number(Number(standardOf(name))),
    }),
    level: (name: string): FieldPlan => ({
      ...named(name),
      kind: 'choice',
      choices: levels,
      standard: levels.find(({ value }) => value === standardOf(name))?.label ?? '',
    }),
    choice: (name: string, values: readonly string[], labels = name): FieldPlan => ({
      ...named(name),
      kind: 'choice',
      choices: values.map((value) => ({ value, label: labelOf(labels, value) })),
      standard: labelOf(labels, standardOf(name)),
    }),
    tick: (name: string): FieldPlan => ({
      ...named(name),
      kind: 'tick',
      standard: t(standardOf(name) === 'yes' ? 'console.board.yes' : 'console.board.no'),
    }),
    ticks: (name: string, values: readonly string[], tickName: (value: string) => string): FieldPlan => ({
      ...named(name),
      kind: 'ticks',
      ticks: values.map((value) => ({ name: tickName(value), label: `console.board.${name}.${value}` as MessageKey })),
      standard: values.map((value) => labelOf(name, value)).join(', '),
    }),
  }
}

const columnsField = ({ t, number }: Reader): FieldPlan => ({
  ...named('listColumns'),
  kind: 'slots',
  slots: Array.from({ length: COLUMNS }, (_, index) => ({
    name: columnField(index + 1),
    label: t('console.board.listColumns.slot', { place: number(index + 1) }),
  })),
  choices: ['', ...listColumns].map((column) => ({
    value: column,
    label: t(`console.board.listColumns.${column || 'none'}` as MessageKey),
  })),
  standard: standards.listColumns.map((column) => t(`console.board.listColumns.${column}`)).join(', '),
})
