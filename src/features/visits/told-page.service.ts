import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { reservedSlugs } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import { type PageName, pageName } from './page-name.policy.ts'

/**
 * The page that a browser says it showed.
 * @throws NotFound where there is none that its reader may see
 */
export async function loadToldPage(ctx: AppContext, viewer: Viewer, path: string): Promise<PageName> {
  const page = pageName(path, reservedSlugs)
  const boards = await listBoardsFor(ctx, viewer)
  if (page.boardSlug !== null && !boards.some(({ slug }) => slug === page.boardSlug)) throw new NotFound('no such page')
  return page
}
