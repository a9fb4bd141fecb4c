import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { boardName } from '../boards/boards.types.ts'
import { postAuthor } from '../posts/post-names.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { followPath, followsPath } from './post-follows.paths.ts'
import type { FollowList } from './post-follows.read-models.ts'
import type { FollowRow } from './post-follows.types.ts'

/** 구독한 글. */
export interface FollowsPage {
  items: FollowItem[]
  newestPath: string | null
  olderPath: string | null
  /** Where a form of this page leads back to. */
  here: string
}

interface FollowItem {
  id: number
  post: { title: string; path: string; author: string; comments: string | null; isNew: boolean }
  board: { name: string; path: string }
  date: DateText
  action: string
}

export function followsPage(reader: Reader, list: FollowList): Reply {
  const model: FollowsPage = {
    items: list.rows.flatMap((row) => followItem(reader, list, row)),
    newestPath: list.before === null ? null : followsPath(),
    olderPath: list.olderThan === null ? null : followsPath({ before: list.olderThan }),
    here: followsPath({ before: list.before }),
  }
  return page('post-follows/list', model, { titles: [reader.t('follows.title')], robots: 'noindex' })
}

function followItem(reader: Reader, { boards }: FollowList, row: FollowRow): FollowItem[] {
  const { number, date, locale } = reader
  const board = boards.find(({ id }) => id === row.boardId)
  if (!board) return []
  return [
    {
      id: row.id,
      post: {
        title: row.title,
        path: postPath(board, row.number),
        author: postAuthor(reader, row).name,
        comments: row.commentCount > 0 ? number(row.commentCount) : null,
        isNew: row.seenComment !== null && row.lastCommentNumber > row.seenComment,
      },
      board: { name: boardName(board, locale), path: boardPath(board) },
      date: date(row.createdAt),
      action: followPath(board, row.number),
    },
  ]
}
