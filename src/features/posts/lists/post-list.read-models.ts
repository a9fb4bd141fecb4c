import type { AppContext, Reader } from '../../../context.ts'
import type { Board } from '../../boards/boards.types.ts'
import { countListPages, loadListPage } from './list-pages.read-models.ts'
import type { ListQuery } from './list-query.types.ts'
import type { PostList } from './post-list.types.ts'
import { postList } from './post-list.view-models.ts'

export type BoardList = { list: PostList; total: number; pageCount: number } | { list: null; pageCount: number }

/** One page of a board's list, ready for `views/posts/list.ejs`; past its end, how many pages there are. */
export async function loadBoardList(ctx: AppContext, reader: Reader, board: Board, query: ListQuery): Promise<BoardList> {
  const found = await loadListPage(ctx, reader.viewer, board, query)
  if (found === null) return { list: null, pageCount: await countListPages(ctx, reader.viewer, board, query) }
  return { list: postList(reader, board, found), total: found.total, pageCount: Math.max(1, Math.ceil(found.total / board.pageSize)) }
}
