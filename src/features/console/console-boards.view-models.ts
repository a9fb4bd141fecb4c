import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { BoardForm } from '../boards/board-form.types.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, type BoardGroup, boardName } from '../boards/boards.types.ts'
import * as paths from './console.paths.ts'
import type { SettingField, SettingsForm } from './console.types.ts'
import type { Moderator } from './console-boards.read-models.ts'
import {
  consolePage,
  type FieldPlan,
  levelChoicesFor,
  type SettingsPage,
  settingField,
  settingsForm,
  statusOf,
} from './setting-fields.view-models.ts'

export interface BoardsPage {
  newPath: string
  newGroupPath: string
  boards: {
    name: string
    path: string
    editPath: string
    levels: string
    posts: string
    moves: { path: string; label: string; to: 'up' | 'down'; possible: boolean }[]
  }[]
}

export function boardsPage(reader: Reader, boards: readonly Board[], counts: ReadonlyMap<number, number>): Reply {
  const { t, locale, number } = reader
  const model: BoardsPage = {
    newPath: paths.newBoardPath,
    newGroupPath: paths.newGroupPath,
    boards: boards.map((board, index) => {
      const name = boardName(board, locale)
      const move = (to: 'up' | 'down', neighbour: Board | undefined) => ({
        path: paths.moveBoardPath(board, to),
        label: t(`console.boards.${to}`, { name }),
        to,
        possible: neighbour?.groupId === board.groupId,
      })
      return {
        name,
        path: boardPath(board),
        editPath: paths.consoleBoardPath(board),
        levels: [board.listLevel, board.readLevel, board.writeLevel, board.commentLevel].join(' / '),
        posts: number(counts.get(board.id) ?? 0),
        moves: [move('up', boards[index - 1]), move('down', boards[index + 1])],
      }
    }),
  }
  return consolePage(reader, 'boards', model, { title: t('console.boards') })
}

const texts = ['nameKo', 'nameEn', 'descriptionKo', 'descriptionEn'] as const
const levels = ['listLevel', 'readLevel', 'writeLevel', 'commentLevel', 'uploadLevel'] as const
const numbers = ['pageSize', 'newHours', 'noticeLimit'] as const

/** What a board has when nobody says otherwise. */
const standards = BoardForm.parse({ slug: 'standard', nameKo: '-', nameEn: '-' })

const partsOf = (reader: Reader, groups: readonly BoardGroup[]) => {
  const levelChoices = levelChoicesFor(
    reader,
    Array.from({ length: 10 }, (_, index) => index + 1),
  )
  const names: FieldPlan[] = [
    { name: 'slug', label: 'console.board.slug', help: 'console.board.slug.help', max: 20, required: true },
    ...texts.map(
      (name): FieldPlan => ({
        name,
        label: `console.board.${name}`,
        help: `console.board.${name}.help`,
        max: name.startsWith('name') ? 60 : 200,
        required: name.startsWith('name'),
        lang: name.endsWith('Ko') ? 'ko' : 'en',
      }),
    ),
  ]
  // With one group there is nothing to choose.
  if (groups.length > 1) {
    const choices = groups.map((group) => ({ value: String(group.id), label: `${group.nameKo} / ${group.nameEn}` }))
    names.push({ name: 'groupId', label: 'console.board.group', help: 'console.board.group.help', kind: 'choice', choices })
  }
  const about = (name: (typeof levels)[number] | (typeof numbers)[number]) =>
    ({ name, label: `console.board.${name}`, help: `console.board.${name}.help`, standard: String(standards[name]) }) as const
  return [
    { heading: 'console.board.part.name', fields: names },
    {
      heading: 'console.board.part.levels',
      about: 'console.board.part.levels.about',
      fields: levels.map((name): FieldPlan => ({ ...about(name), kind: 'choice', choices: levelChoices })),
    },
    { heading: 'console.board.part.list', fields: numbers.map((name): FieldPlan => ({ ...about(name), kind: 'number', max: 3 })) },
  ] as const
}

/** A board as its form shows it, before anyone typed; without one, what a new board begins with. */
export const draftOfBoard = (board: Board | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(board ?? { ...standards, slug: '', nameKo: '', nameEn: '' }).map(([name, value]) => [name, String(value)]),
  )

export function newBoardPage(reader: Reader, state: FormState, groups: readonly BoardGroup[]): Reply {
  const form = settingsForm(reader, state, {
    id: 'board-form',
    action: paths.newBoardPath,
    submit: 'console.boards.create',
    cancelPath: paths.consoleBoardsPath,
    parts: [...partsOf(reader, groups)],
  })
  const model: SettingsPage = { heading: reader.t('console.boards.new'), about: null, form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

export function newGroupPage(reader: Reader, state: FormState): Reply {
  const form = settingsForm(reader, state, {
    id: 'group-form',
    action: paths.newGroupPath,
    submit: 'console.group.create',
    cancelPath: paths.consoleBoardsPath,
    parts: [
      {
        heading: 'console.board.part.name',
        fields: [
          { name: 'slug', label: 'console.group.slug', help: 'console.group.slug.help', max: 20, required: true },
          { name: 'nameKo', label: 'console.board.nameKo', help: 'console.group.nameKo.help', max: 60, required: true, lang: 'ko' },
          { name: 'nameEn', label: 'console.board.nameEn', help: 'console.board.nameEn.help', max: 60, required: true, lang: 'en' },
        ],
      },
    ],
  })
  const model: SettingsPage = { heading: reader.t('console.group.new'), about: reader.t('console.group.about'), form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

export interface BoardSettingsPage {
  heading: string
  boardPath: string
  form: SettingsForm
  moderators: { nickname: string; path: string; removeLabel: string }[]
  addPath: string
  removePath: string
  nicknameField: SettingField
}

/** `state` is the board's form; a moderator who could not be added comes back in `nickname`. */
export function boardSettingsPage(
  reader: Reader,
  { board, groups, moderators }: { board: Board; groups: readonly BoardGroup[]; moderators: readonly Moderator[] },
  state: FormState,
  nickname: FormState = { draft: {}, errors: {} },
): Reply {
  const { t, locale } = reader
  const model: BoardSettingsPage = {
    heading: boardName(board, locale),
    boardPath: boardPath(board),
    form: settingsForm(reader, state, {
      id: 'board-form',
      action: paths.consoleBoardPath(board),
      submit: 'console.save',
      cancelPath: paths.consoleBoardsPath,
      parts: [...partsOf(reader, groups)],
    }),
    moderators: moderators.map((member) => ({
      nickname: member.nickname,
      path: paths.consoleMemberPath(member),
      removeLabel: t('console.board.moderators.remove', { name: member.nickname }),
    })),
    addPath: paths.addModeratorPath(board),
    removePath: paths.removeModeratorPath(board),
    nicknameField: settingField(reader, nickname, {
      name: 'nickname',
      label: 'console.board.moderators.nickname',
      help: 'console.board.moderators.nickname.help',
      max: 60,
      required: true,
    }),
  }
  return consolePage(reader, 'board', model, { title: model.heading, status: Math.max(statusOf(state), statusOf(nickname)) })
}
