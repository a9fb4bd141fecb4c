import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, type BoardGroup, boardName } from '../boards/boards.types.ts'
import * as paths from './console.paths.ts'
import type { Move, PeopleSection, SettingsForm } from './console.types.ts'
import { boardParts } from './console-board-parts.view-models.ts'
import type { Moderator } from './console-boards.read-models.ts'
import { groupName } from './console-groups.view-models.ts'
import { noNickname, peopleSection } from './people-section.view-models.ts'
import { consolePage, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

export interface BoardsPage {
  newPath: string
  newGroupPath: string
  groups: { name: string; facts: string; path: string; moves: Move[]; boards: BoardRow[] }[]
}

interface BoardRow {
  name: string
  path: string
  editPath: string
  levels: string
  posts: string
  merging: string | null
  moves: Move[]
}

export function boardsPage(
  reader: Reader,
  { boards, groups, counts }: { boards: readonly Board[]; groups: readonly BoardGroup[]; counts: ReadonlyMap<number, number> },
): Reply {
  const { t, locale, number } = reader
  const model: BoardsPage = {
    newPath: paths.newBoardPath,
    newGroupPath: paths.newGroupPath,
    groups: groups.map((group, place) => {
      const inside = boards.filter(({ groupId }) => groupId === group.id)
      const path = paths.consoleGroupPath(group)
      const facts = [
        group.level > 1 ? t('console.group.fact.level', { level: number(group.level) }) : '',
        group.membersOnly ? t('console.group.membersOnly.yes') : '',
      ]
      return {
        name: groupName(reader, group),
        facts: facts.filter(Boolean).join(' · '),
        path,
        moves: movesOf(reader, { name: groupName(reader, group), path, first: place === 0, last: place === groups.length - 1 }),
        boards: inside.map((board, index) => {
          const name = boardName(board, locale)
          const editPath = paths.consoleBoardPath(board)
          return {
            name,
            path: boardPath(board),
            editPath,
            levels: [board.listLevel, board.readLevel, board.writeLevel, board.commentLevel].join(' / '),
            posts: number(counts.get(board.id) ?? 0),
            merging: board.mergingInto === null ? null : t('console.boards.merging'),
            moves: movesOf(reader, { name, path: editPath, first: index === 0, last: index === inside.length - 1 }),
          }
        }),
      }
    }),
  }
  return consolePage(reader, 'boards', model, { title: t('console.boards') })
}

export const movesOf = ({ t }: Pick<Reader, 't'>, at: { name: string; path: string; first: boolean; last: boolean }): Move[] =>
  (['up', 'down'] as const).map((to) => ({
    path: `${at.path}/${to}`,
    label: t(`console.boards.${to}`, { name: at.name }),
    to,
    possible: to === 'up' ? !at.first : !at.last,
  }))

export function newBoardPage(reader: Reader, state: FormState, groups: readonly BoardGroup[], like: Board | null): Reply {
  const form = settingsForm(reader, state, {
    id: 'board-form',
    action: like ? paths.newBoardLikePath(like) : paths.newBoardPath,
    submit: 'console.boards.create',
    cancelPath: paths.consoleBoardsPath,
    tellsTicks: true,
    parts: boardParts(reader, { groups, ...state, categoriesPath: null }),
  })
  const model: SettingsPage = { heading: reader.t('console.boards.new'), about: null, form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}

export interface BoardSettingsPage {
  heading: string
  boardPath: string
  /** Into which board it is on its way. */
  merging: string | null
  form: SettingsForm
  people: PeopleSection
  /** What else can be done with it. */
  links: { label: string; about: string; path: string }[]
}

/** `state` is the board's form; a moderator who could not be added comes back in `nickname`. */
export function boardSettingsPage(
  reader: Reader,
  loaded: { board: Board; groups: readonly BoardGroup[]; moderators: readonly Moderator[]; into: Board | null },
  state: FormState,
  nickname: FormState = noNickname,
): Reply {
  const { t, locale } = reader
  const { board, groups, moderators, into } = loaded
  const link = (name: 'copy' | 'like' | 'merge' | 'delete', path: string) => ({
    label: t(`console.board.${name}`),
    about: t(`console.board.${name}.about`),
    path,
  })
  const model: BoardSettingsPage = {
    heading: boardName(board, locale),
    boardPath: boardPath(board),
    merging: into && t('console.merge.going', { into: boardName(into, locale) }),
    form: settingsForm(reader, state, {
      id: 'board-form',
      action: paths.consoleBoardPath(board),
      submit: 'console.save',
      cancelPath: paths.consoleBoardsPath,
      tellsTicks: true,
      parts: boardParts(reader, { groups, ...state, categoriesPath: paths.categoriesPath(board) }),
    }),
    people: peopleSection(reader, nickname, {
      words: 'console.board.moderators',
      members: moderators,
      more: null,
      addPath: paths.addModeratorPath(board),
      formId: 'moderator-form',
    }),
    links: [
      link('copy', paths.copyBoardPath(board)),
      link('like', paths.newBoardLikePath(board)),
      link('merge', paths.mergeBoardPath(board)),
      link('delete', paths.deleteBoardPath(board)),
    ],
  }
  return consolePage(reader, 'board', model, { title: model.heading, status: Math.max(statusOf(state), statusOf(nickname)) })
}
