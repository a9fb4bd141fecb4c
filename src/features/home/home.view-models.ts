import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath, writePath } from '../boards/boards.paths.ts'
import { canWriteOn } from '../boards/boards.policy.ts'
import { type BoardGroup, boardName } from '../boards/boards.types.ts'
import { allFeedPath } from '../feeds/feeds.paths.ts'
import type { BoardLatest, Overview } from '../posts/overview.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { isNew } from '../posts/posts.types.ts'
import { groupPath } from '../streams/streams.paths.ts'
import type { Front } from './front-blocks.read-models.ts'
import { type FrontView, frontViews } from './front-blocks.view-models.ts'

export interface HomePage {
  notices: { title: string; path: string }[]
  blocks: HomeBlock[]
}

export interface HomeBlock {
  name: string
  path: string
  more: string
  writePath: string | null
  posts: { title: string; path: string; commentCount: number; comments: string; isNew: boolean; isMuted: boolean; date: DateText }[]
}

export function homePage(reader: Reader, overview: Overview): Reply {
  const model: HomePage = {
    notices: overview.notices.map(({ board, post }) => ({ title: post.title, path: postPath(board, post.number) })),
    blocks: overview.boards.map((latest) => homeBlock(reader, latest)),
  }
  return page('home/show', model, { titles: [], canonicalPath: '/', feed: { path: allFeedPath, title: reader.t('feeds.ofAll') } })
}

export interface ArrangedPage {
  blocks: FrontView[]
}

export function arrangedPage(reader: Reader, front: Front): Reply {
  const model: ArrangedPage = { blocks: frontViews(reader, front) }
  return page('home/arranged', model, {
    titles: [],
    canonicalPath: '/',
    feed: { path: allFeedPath, title: reader.t('feeds.ofAll') },
    countsItself: model.blocks.some(({ kind }) => kind === 'counter'),
  })
}

export interface GroupPage extends HomePage {
  name: string
}

/** The boards of one group, each with its newest. */
export function groupPage(reader: Reader, group: BoardGroup, overview: Overview): Reply {
  const name = boardName(group, reader.locale)
  const model: GroupPage = {
    name,
    notices: overview.notices.map(({ board, post }) => ({ title: post.title, path: postPath(board, post.number) })),
    blocks: overview.boards.map((latest) => homeBlock(reader, latest)),
  }
  const boards = overview.boards.map(({ board }) => boardName(board, reader.locale)).join(', ')
  return page('home/group', model, {
    titles: [name],
    canonicalPath: groupPath(group),
    description: reader.t('home.group.about', { name, boards }),
  })
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
      isMuted: post.muted === 1,
      date: date(post.createdAt),
    })),
  }
}
