import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath, writePath } from '../boards/boards.paths.ts'
import { canWriteOn } from '../boards/boards.policy.ts'
import { boardName } from '../boards/boards.types.ts'
import { allFeedPath } from '../feeds/feeds.paths.ts'
import type { BoardLatest, Overview } from '../posts/overview.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { isNew } from '../posts/posts.types.ts'

export interface HomePage {
  notices: { title: string; path: string }[]
  blocks: HomeBlock[]
}

export interface HomeBlock {
  name: string
  path: string
  more: string
  writePath: string | null
  posts: { title: string; path: string; commentCount: number; comments: string; isNew: boolean; date: DateText }[]
}

export function homePage(reader: Reader, overview: Overview): Reply {
  const model: HomePage = {
    notices: overview.notices.map(({ board, post }) => ({ title: post.title, path: postPath(board, post.number) })),
    blocks: overview.boards.map((latest) => homeBlock(reader, latest)),
  }
  return page('home/show', model, { titles: [], canonicalPath: '/', feed: { path: allFeedPath, title: reader.t('feeds.ofAll') } })
}

function homeBlock({ t, locale, viewer, now, date }: Reader, { board, posts }: BoardLatest): HomeBlock {
  const name = boardName(board, locale)
  return {
    name,
    path: boardPath(board),
    more: t('home.moreOf', { board: name }),
    writePath: canWriteOn(viewer, board) ? writePath(board) : null,
    posts: posts.map((post) => ({
      title: post.title,
      path: postPath(board, post.number),
      commentCount: post.commentCount,
      comments: t('posts.list.comments', { count: post.commentCount }),
      isNew: isNew(post, board, now),
      date: date(post.createdAt),
    })),
  }
}
