import type { AppContext } from '../../context.ts'
import type { Routes } from '../../lib/http/route.ts'
import { accountRoutes } from './account.routes.ts'
import { myRoutes } from './me.routes.ts'
import { memberCompletionRoutes } from './member-completion.routes.ts'

/** Becoming a member, and being one. */
export function memberRoutes(ctx: AppContext): Routes[] {
  return [accountRoutes(ctx), memberCompletionRoutes(ctx), myRoutes(ctx)]
}
