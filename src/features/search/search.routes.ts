import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { findPosts } from './search.read-models.ts'
import { SearchParams } from './search.schemas.ts'
import { searchPage } from './search.view-models.ts'

export function searchRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/search', { access: anyone, query: SearchParams }, async ({ viewer, reader, query }) => {
    const boards = (await listAllBoards(ctx)).filter((board) => canReadOn(viewer, board))
    const searched = query.board === null ? boards : boards.filter(({ slug }) => slug === query.board)
    const found = await findPosts(ctx.db, { boardIds: searched.map(({ id }) => id), words: query.words, page: query.page })
    return searchPage(reader, query, boards, found)
  })

  return { router, doors }
}
