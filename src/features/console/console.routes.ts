import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { consolePath } from './console.paths.ts'
import { consoleBoardRoutes } from './console-boards.routes.ts'
import { consoleCategoryRoutes } from './console-categories.routes.ts'
import { consoleFrontRoutes } from './console-front.routes.ts'
import { consoleGroupRoutes } from './console-groups.routes.ts'
import { consoleMemberRoutes } from './console-members.routes.ts'
import { consoleMenuRoutes } from './console-menu.routes.ts'
import { consoleMergeRoutes } from './console-merges.routes.ts'
import { consolePageRoutes } from './console-pages.routes.ts'
import { consoleSettingsRoutes } from './console-settings.routes.ts'
import { consoleStickerRoutes } from './console-stickers.routes.ts'
import { consoleVisitImportRoutes } from './console-visit-imports.routes.ts'
import { consoleVisitNotesRoutes } from './console-visit-notes.routes.ts'
import { consoleVisitsRoutes } from './console-visits.routes.ts'
import { loadConsoleOverview } from './overview.read-models.ts'
import { overviewPage } from './overview.view-models.ts'

export function consoleRoutes(ctx: AppContext): Routes[] {
  const { router, doors, get } = createRouter(ctx)

  get(consolePath, { access: administratorsOnly }, async ({ reader }) =>
    overviewPage(reader, ctx.config, await loadConsoleOverview(ctx, reader)),
  )

  return [
    { router, doors },
    consoleBoardRoutes(ctx),
    consoleCategoryRoutes(ctx),
    consoleGroupRoutes(ctx),
    consoleMergeRoutes(ctx),
    consoleMenuRoutes(ctx),
    consolePageRoutes(ctx),
    consoleStickerRoutes(ctx),
    consoleFrontRoutes(ctx),
    consoleMemberRoutes(ctx),
    consoleSettingsRoutes(ctx),
    consoleVisitsRoutes(ctx),
    consoleVisitNotesRoutes(ctx),
    consoleVisitImportRoutes(ctx),
  ]
}
