import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { blockKinds, type FrontBlock, inLanguage, places } from '../home/front-blocks.types.ts'
import type { ArrangedPage } from './arranged.types.ts'
import { actsOf, removeAct } from './arranged.view-models.ts'
import { consoleBlockPath, consoleFrontPath, newBlockPath } from './console.paths.ts'
import { consolePage, type FieldPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

export function frontPage(reader: Reader, blocks: readonly FrontBlock[], boards: readonly Board[]): Reply {
  const { t } = reader
  const model: ArrangedPage = {
    heading: t('console.front'),
    about: t('console.front.about'),
    none: t('console.front.none'),
    newPath: newBlockPath,
    newLabel: t('console.block.new'),
    rows: blocks.map((block) => {
      const name = blockName(reader, block, boards)
      const path = consoleBlockPath(block)
      return {
        name,
        facts: [t(`home.kind.${block.kind}`), t(`console.block.place.${block.place}`)],
        isBelow: false,
        editPath: path,
        acts: [...actsOf(reader, path, name, { id: block.id, level: blocks }), removeAct(reader, path, name)],
      }
    }),
  }
  return consolePage(reader, 'arranged', model, { title: model.heading })
}

function blockName({ t, locale }: Reader, block: FrontBlock, boards: readonly Board[]): string {
  const board = boards.find(({ id }) => id === block.boardId)
  return inLanguage(locale, block.titleKo, block.titleEn) || (board ? boardName(board, locale) : t(`home.kind.${block.kind}`))
}

export const draftOfBlock = (block: FrontBlock | null): Record<string, string> =>
  Object.fromEntries(Object.entries(block ?? { rowCount: 6, place: 'wide' }).map(([name, value]) => [name, String(value ?? '')]))

/** Boards that may be shown away from themselves. */
export const boardsForFront = (boards: readonly Board[]): Board[] =>
  boards.filter(({ consultation, secret }) => !consultation && secret !== 'always')

export function blockPage(reader: Reader, block: FrontBlock | null, boards: readonly Board[], state: FormState): Reply {
  const { t } = reader
  const form = settingsForm(reader, state, {
    id: 'block-form',
    action: block === null ? newBlockPath : consoleBlockPath(block),
    submit: 'console.save',
    cancelPath: consoleFrontPath,
    parts: [
      { heading: 'console.block.part', fields: placeFields(reader, boards) },
      {
        heading: 'console.block.source',
        about: 'console.block.source.about',
        fields: [sourceField('sourceKo', 'ko'), sourceField('sourceEn', 'en')],
      },
    ],
  })
  const model: SettingsPage = { heading: block === null ? t('console.block.new') : blockName(reader, block, boards), about: null, form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

const placeFields = ({ t, locale }: Reader, boards: readonly Board[]): FieldPlan[] => [
  {
    name: 'kind',
    label: 'console.block.kind',
    help: 'console.block.kind.help',
    kind: 'choice',
    choices: blockKinds.map((kind) => ({ value: kind, label: t(`home.kind.${kind}`) })),
  },
  {
    name: 'boardId',
    label: 'console.block.board',
    help: 'console.block.board.help',
    kind: 'choice',
    choices: [
      { value: '', label: t('console.block.board.none') },
      ...boardsForFront(boards).map((board) => ({ value: String(board.id), label: boardName(board, locale) })),
    ],
  },
  { name: 'titleKo', label: 'console.ownPage.titleKo', help: 'console.block.title.help', max: 60, lang: 'ko' },
  { name: 'titleEn', label: 'console.ownPage.titleEn', help: 'console.block.title.help', max: 60, lang: 'en' },
  { name: 'rowCount', label: 'console.block.rows', help: 'console.block.rows.help', kind: 'number', max: 2 },
  {
    name: 'place',
    label: 'console.block.place',
    help: 'console.block.place.help',
    kind: 'choice',
    choices: places.map((place) => ({ value: place, label: t(`console.block.place.${place}`) })),
  },
]

const sourceField = (name: 'sourceKo' | 'sourceEn', lang: 'ko' | 'en'): FieldPlan => ({
  name,
  label: `console.ownPage.${name}`,
  help: 'console.block.source.help',
  kind: 'area',
  rows: 6,
  max: 10_000,
  lang,
})
