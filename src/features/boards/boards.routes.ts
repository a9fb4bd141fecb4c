import type { AppContext } from '../../context.ts'
import { policyDecides } from '../../lib/http/access.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { countCategories } from '../posts/counts/category-counts.read-models.ts'
import { ListAddress, listQuery } from '../posts/lists/list-query.types.ts'
import { loadBoardList } from '../posts/lists/post-list.read-models.ts'
import { loadBoard } from './boards.read-models.ts'
import { BoardParams } from './boards.schemas.ts'
import { boardPage, noSuchPage } from './boards.view-models.ts'

export function boardRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get(
    '/:board',
    { access: policyDecides, replica: true, params: BoardParams, query: ListAddress },
    async ({ viewer, reader, params, query }) => {
      const board = await loadBoard(ctx, viewer, params.board)
      const asked = listQuery(viewer, board, query)
      const [found, counts] = await Promise.all([loadBoardList(ctx, reader, board, asked), countCategories(ctx.db, board)])
      return found.list === null ? noSuchPage(reader, board, asked, found.pageCount) : boardPage(reader, board, asked, { ...found, counts })
    },
  )

  return { router, doors }
}
