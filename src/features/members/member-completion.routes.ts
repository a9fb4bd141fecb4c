import type { AppContext } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { createLimit } from '../../lib/http/limits.ts'
import { json } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { completeNickname } from './member-completion.read-models.ts'
import { memberCompletionPath } from './members.paths.ts'
import { CompletionQuery } from './members.schemas.ts'

/** Asked while a member writes "@…": more often than anybody types, and it is somebody who gathers names. */
export function memberCompletionRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)
  const limit = createLimit(ctx.redis, 'complete-nickname', 120, 60)

  get(memberCompletionPath, { access: membersOnly, query: CompletionQuery }, async ({ viewer, query: { q } }) => {
    await limit.spend(String(viewer.memberId))
    return json(await completeNickname(ctx, viewer, q))
  })

  return { router, doors }
}
