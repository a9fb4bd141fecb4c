import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { createLimit, networkOf } from '../../lib/http/limits.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { isRedisUnavailable } from '../../lib/redis/redis.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { searchPath } from './search.paths.ts'
import { findPosts } from './search.read-models.ts'
import { SearchParams } from './search.schemas.ts'
import { searchPage } from './search.view-models.ts'

/** More than anyone reads, far less than what keeps others waiting. */
const SEARCHES = 30
const SECONDS = 60

export function searchRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)
  const limit = createLimit(ctx.redis, 'search', SEARCHES, SECONDS)

  get('/search', { access: anyone, replica: true, query: SearchParams }, async ({ viewer, reader, query, req }) => {
    // Reading goes on without Redis, so this limit, unlike those of log-in, then stands open.
    if (query.words.length > 0) await limit.spend(addressOf(req.ip ?? '')).catch(unlessRedisIsAway)
    const boards = (await listAllBoards(ctx)).filter((board) => canReadOn(viewer, board))
    const searched = query.board === null ? boards : boards.filter(({ slug }) => slug === query.board)
    const found = await findPosts(ctx.db, viewer, { ...query, boardIds: searched.map(({ id }) => id) })
    // How many there are is counted with the rows: a page past the end knows nothing, the first one does.
    if (found.total === 0 && query.page > 1) return redirect(searchPath(query.text, { field: query.field, board: query.board }))
    return searchPage(reader, query, boards, found)
  })

  return { router, doors }
}

function unlessRedisIsAway(error: unknown): void {
  if (!isRedisUnavailable(error)) throw error
}

/** One IPv4 address, behind which an office may sit; of IPv6 the network, for each reader has a whole one. */
const addressOf = (address: string): string => (address.includes('.') ? address : networkOf(address))
