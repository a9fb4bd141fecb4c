import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, type BoardGroup, boardName } from '../boards/boards.types.ts'
import * as paths from './console.paths.ts'
import type { SettingField, SettingsForm } from './console.types.ts'
import { boardParts } from './console-board-parts.view-models.ts'
import type { Moderator } from './console-boards.read-models.ts'
import { consolePage, type SettingsPage, settingField, settingsForm, statusOf } from './setting-fields.view-models.ts'

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

export function newBoardPage(reader: Reader, state: FormState, groups: readonly BoardGroup[]): Reply {
  const form = settingsForm(reader, state, {
    id: 'board-form',
    action: paths.newBoardPath,
    submit: 'console.boards.create',
    cancelPath: paths.consoleBoardsPath,
    tellsTicks: true,
    parts: boardParts(reader, { groups, ...state, categoriesPath: null }),
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
        heading: 'console.board.part.names',
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
      tellsTicks: true,
      parts: boardParts(reader, { groups, ...state, categoriesPath: null }),
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
