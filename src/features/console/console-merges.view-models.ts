import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import * as paths from './console.paths.ts'
import type { ConfirmPage } from './console.types.ts'
import { consolePage, type FieldPlan, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

/** Boards to choose from, with the empty choice first: nothing is chosen by mistake. */
const boardChoice = (reader: Reader, boards: readonly Board[], field: Pick<FieldPlan, 'name' | 'label' | 'help'>): FieldPlan => ({
  ...field,
  kind: 'choice',
  choices: [
    { value: '', label: '—' },
    ...boards.map((board) => ({ value: board.slug, label: `${boardName(board, reader.locale)} (/${board.slug})` })),
  ],
})

const empty: FormState = { draft: {}, errors: {} }

export function mergePage(reader: Reader, board: Board, others: readonly Board[], state: FormState = empty): Reply {
  const { t, locale } = reader
  const form = settingsForm(reader, state, {
    id: 'merge-form',
    action: paths.mergeBoardPath(board),
    submit: 'console.merge.next',
    cancelPath: paths.consoleBoardPath(board),
    parts: [
      {
        heading: 'console.merge.part',
        fields: [boardChoice(reader, others, { name: 'into', label: 'console.merge.into', help: 'console.merge.into.help' })],
      },
    ],
  })
  const model: SettingsPage = {
    heading: t('console.merge.heading', { board: boardName(board, locale) }),
    about: t(others.length === 0 ? 'console.merge.alone' : 'console.merge.about'),
    form,
  }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

export function confirmMergePage(reader: Reader, { from, into, posts }: { from: Board; into: Board; posts: number }): Reply {
  const { t, locale, number } = reader
  const args = { from: boardName(from, locale), into: boardName(into, locale) }
  const model: ConfirmPage = {
    heading: t('console.merge.confirm', args),
    facts: [
      t('console.merge.fact.posts', { count: posts, total: number(posts) }),
      t('console.merge.fact.numbers', args),
      t('console.merge.fact.addresses', { slug: from.slug }),
      t('console.merge.fact.categories'),
      t('console.merge.fact.gone'),
    ],
    warning: warningOf(reader, from, into),
    action: paths.mergeBoardPath(from),
    hidden: [
      { name: 'into', value: into.slug },
      { name: 'confirmed', value: 'yes' },
    ],
    submitLabel: t('console.merge.button'),
    cancelPath: paths.consoleBoardPath(from),
  }
  return consolePage(reader, 'confirm', model, { title: model.heading })
}

/** Said where the posts become open to more than those who see them now. */
function warningOf({ t, locale, number }: Reader, from: Board, into: Board): string | null {
  const least = (board: Board) => {
    const list = Math.max(board.group.level, board.listLevel)
    return { list, read: Math.max(list, board.readLevel) }
  }
  if (from.group.membersOnly && from.groupId !== into.groupId) return t('console.merge.warning.group', { into: boardName(into, locale) })
  if (from.adultsOnly && !into.adultsOnly) return t('console.merge.warning.adults', { into: boardName(into, locale) })
  const [now, then] = [least(from), least(into)]
  if (then.list >= now.list && then.read >= now.read) return null
  return t('console.merge.warning', {
    list: number(then.list),
    read: number(then.read),
    listNow: number(now.list),
    readNow: number(now.read),
  })
}

export function deleteBoardPage(reader: Reader, board: Board, hasPosts: boolean): Reply {
  const { t, locale } = reader
  const model: ConfirmPage = {
    heading: t(hasPosts ? 'console.delete.impossible' : 'console.delete.heading', { board: boardName(board, locale) }),
    facts: hasPosts ? [] : [t('console.delete.fact.empty'), t('console.delete.fact.address', { slug: board.slug })],
    warning: hasPosts ? t('console.delete.hasPosts') : null,
    action: paths.deleteBoardPath(board),
    hidden: [],
    submitLabel: hasPosts ? null : t('console.board.delete'),
    cancelPath: paths.consoleBoardPath(board),
  }
  return consolePage(reader, 'confirm', model, { title: model.heading })
}

export function copyPage(reader: Reader, board: Board, others: readonly Board[], state: FormState = empty): Reply {
  const { t, locale } = reader
  const form = settingsForm(reader, state, {
    id: 'copy-form',
    action: paths.copyBoardPath(board),
    submit: 'console.copy.button',
    cancelPath: paths.consoleBoardPath(board),
    parts: [
      {
        heading: 'console.copy.part',
        fields: [
          boardChoice(reader, others, { name: 'from', label: 'console.copy.from', help: 'console.copy.from.help' }),
          { name: 'texts', label: 'console.copy.texts', help: 'console.copy.texts.help', kind: 'tick' },
          { name: 'categories', label: 'console.copy.categories', help: 'console.copy.categories.help', kind: 'tick' },
        ],
      },
    ],
  })
  const model: SettingsPage = {
    heading: t('console.copy.heading', { board: boardName(board, locale) }),
    about: t('console.copy.about'),
    form,
  }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}
