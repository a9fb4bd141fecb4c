import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { boardName } from '../boards/boards.types.ts'
import { canSeeConsole } from '../console/console.policy.ts'
import { memberPath } from '../members/members.paths.ts'
import { moderationLogPath } from './moderation.paths.ts'
import type { ModerationLog } from './moderation.read-models.ts'
import type { ActLine } from './moderation.types.ts'
import { actLines } from './moderation.view-models.ts'

export interface LogPage {
  filters: { label: string; path: string; current: boolean }[]
  lines: LogLine[]
  olderPath: string | null
  newestPath: string | null
}

interface LogLine extends ActLine {
  board: string
  moderator: Person
  author: Person
}

interface Person {
  name: string
  path: string | null
}

export function moderationLogPage(reader: Reader, log: ModerationLog): Reply {
  const { t, locale } = reader
  const names = new Map(log.boards.map((board) => [board.id, boardName(board, locale)]))
  const lines = actLines(reader, log.rows, log.boards)
  const board = log.board?.slug ?? null
  const model: LogPage = {
    filters: [
      { label: t('moderation.log.all'), path: moderationLogPath(), current: board === null },
      ...log.boards.map((each) => ({
        label: boardName(each, locale),
        path: moderationLogPath({ board: each.slug }),
        current: each.slug === board,
      })),
    ],
    lines: log.rows.flatMap((row, index) => {
      const line = lines[index]
      if (!line) return []
      const people = { moderator: person(row.moderatorNickname), author: person(row.memberNickname) }
      return [{ ...line, ...people, board: names.get(row.boardId ?? 0) ?? '' }]
    }),
    olderPath: log.olderThan === null ? null : moderationLogPath({ board, before: log.olderThan }),
    newestPath: log.before === null ? null : moderationLogPath({ board }),
  }
  return page('moderation/log', model, {
    titles: [t('moderation.log')],
    // Who moderates single boards has no console of their own: the menu would be empty.
    layout: canSeeConsole(reader.viewer) ? 'console' : 'site',
    robots: 'noindex',
    side: false,
  })

  function person(nickname: string | null): Person {
    return nickname === null ? { name: t('moderation.nobody'), path: null } : { name: nickname, path: memberPath(nickname) }
  }
}
