import type { AppContext } from '../../../context.ts'
import { anyone } from '../../../lib/http/access.ts'
import { cookiesOf } from '../../../lib/http/cookies.ts'
import { found } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { addressInThread } from '../comments.read-models.ts'
import { ThreadParams } from '../comments.schemas.ts'
import { commentSortOf } from '../threads/comment-sort.types.ts'
import { withSince } from './unread.paths.ts'
import { findNextUnread } from './unread.read-models.ts'
import { NextQuery } from './unread.schemas.ts'

/** "다음 새 댓글" without script, and where the next one stands on another page. */
export function unreadRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get(
    '/:board/:number/comments/new',
    { access: anyone, params: ThreadParams, query: NextQuery },
    async ({ viewer, params, query, req }) => {
      const place = await loadPlace(ctx, viewer, params)
      const sort = commentSortOf(cookiesOf(req), place.board)
      const next = await findNextUnread(ctx.db, viewer, place.post.id, { ...query, sort })
      if (!next) return found(`${postPath(place.board, params.number)}#comments`)
      return found(withSince(await addressInThread(ctx.db, place, next, sort), query.since ?? 0))
    },
  )

  return { router, doors }
}
