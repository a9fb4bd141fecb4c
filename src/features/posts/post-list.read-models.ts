import type { AppContext, Reader } from '../../context.ts'
import type { Board } from '../boards/boards.types.ts'
import type { PostList } from './post-list.types.ts'
import { postList } from './post-list.view-models.ts'
import { countListPages, loadListPage } from './posts.read-models.ts'

export type BoardList = { list: PostList; total: number; pageCount: number } | { list: null; pageCount: number }

/** One page of a board's list, ready for `views/posts/list.ejs`; past its end, how many pages there are. */
export async function loadBoardList(ctx: AppContext, reader: Reader, board: Board, page: number): Promise<BoardList> {
  const found = await loadListPage(ctx.db, board, page)
  if (found === null) return { list: null, pageCount: await countListPages(ctx.db, board) }
  return { list: postList(reader, board, found), total: found.total, pageCount: Math.max(1, Math.ceil(found.total / board.pageSize)) }
}
