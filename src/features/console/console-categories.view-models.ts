import type { Reader } from '../../context.ts'
import { emptyForm, type FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { type BoardCategory, categoryColors, categoryName } from '../boards/board-categories.types.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import * as paths from './console.paths.ts'
import type { ConfirmPage, Move, SettingsForm } from './console.types.ts'
import { movesOf } from './console-boards.view-models.ts'
import { consolePage, levelChoicesFor, type PartPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

export interface CategoriesPage {
  heading: string
  boardPath: string
  categories: { name: string; color: string; path: string; level: string; posts: string; moves: Move[] }[]
  form: SettingsForm
}

const LEVELS = Array.from({ length: 10 }, (_, index) => index + 1)
const beginning: FormState = { draft: { color: 'grey', writeLevel: '1' }, errors: {} }

export function categoriesPage(reader: Reader, board: Board, counts: ReadonlyMap<number, number>, state: FormState = beginning): Reply {
  const { t, locale, number } = reader
  const model: CategoriesPage = {
    heading: t('console.categories.of', { board: boardName(board, locale) }),
    boardPath: paths.consoleBoardPath(board),
    categories: board.categories.map((category, index) => {
      const path = paths.categoryPath(board, category)
      const name = categoryName(category, locale)
      return {
        name,
        color: category.color,
        path,
        level: levelChoicesFor(reader, [category.writeLevel])[0]?.label ?? '',
        posts: number(counts.get(category.id) ?? 0),
        moves: movesOf(reader, { name, path, first: index === 0, last: index === board.categories.length - 1 }),
      }
    }),
    form: settingsForm(reader, state, {
      id: 'category-form',
      action: paths.categoriesPath(board),
      submit: 'console.category.create',
      parts: [{ heading: 'console.category.new', ...categoryPart(reader) }],
    }),
  }
  return consolePage(reader, 'categories', model, { title: model.heading, status: statusOf(state) })
}

export function categoryPage(reader: Reader, board: Board, category: BoardCategory, state: FormState | null = null): Reply {
  const { t, locale } = reader
  const { nameKo, nameEn, color, writeLevel } = category
  const form = settingsForm(reader, state ?? { ...emptyForm, draft: { nameKo, nameEn, color, writeLevel: String(writeLevel) } }, {
    id: 'category-form',
    action: paths.categoryPath(board, category),
    submit: 'console.save',
    cancelPath: paths.categoriesPath(board),
    parts: [
      {
        heading: 'console.board.part.names',
        ...categoryPart(reader),
        link: { label: t('console.category.delete'), path: `${paths.categoryPath(board, category)}/delete` },
      },
    ],
  })
  const model: SettingsPage = { heading: categoryName(category, locale), about: null, form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: state ? statusOf(state) : 200 })
}

const categoryPart = (reader: Reader): Pick<PartPlan, 'fields'> => ({
  fields: [
    { name: 'nameKo', label: 'console.board.nameKo', help: 'console.category.nameKo.help', max: 30, required: true, lang: 'ko' },
    { name: 'nameEn', label: 'console.board.nameEn', help: 'console.board.nameEn.help', max: 30, required: true, lang: 'en' },
    {
      name: 'color',
      label: 'console.category.color',
      help: 'console.category.color.help',
      kind: 'choice',
      choices: categoryColors.map((color) => ({ value: color, label: reader.t(`console.category.color.${color}`) })),
      standard: reader.t('console.category.color.grey'),
    },
    {
      name: 'writeLevel',
      label: 'console.category.writeLevel',
      help: 'console.category.writeLevel.help',
      kind: 'choice',
      choices: levelChoicesFor(reader, LEVELS),
      standard: levelChoicesFor(reader, [1])[0]?.label ?? '',
    },
  ],
})

export function deleteCategoryPage(reader: Reader, board: Board, category: BoardCategory, count: number): Reply {
  const { t, locale, number } = reader
  const model: ConfirmPage = {
    heading: t('console.category.deleteName', { name: categoryName(category, locale) }),
    facts: [t('console.category.delete.posts', { count, total: number(count) }), t('console.category.delete.links')],
    warning: null,
    action: `${paths.categoryPath(board, category)}/delete`,
    hidden: [],
    submitLabel: t('console.category.delete'),
    cancelPath: paths.categoryPath(board, category),
  }
  return consolePage(reader, 'confirm', model, { title: model.heading })
}
