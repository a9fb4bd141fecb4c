import type { AppContext } from '../../context.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'

export function memberRoutes(ctx: AppContext): Routes {
  const { router, doors } = createRouter(ctx)
  return { router, doors }
}
