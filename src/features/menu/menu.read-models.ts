import type { AppContext, Reader } from '../../context.ts'
import { listAllGroups, listBoardsToName } from '../boards/boards.read-models.ts'
import { listOwnPages } from '../pages/pages.read-models.ts'
import type { MenuItem, MenuLink } from './menu.types.ts'
import { boardLinks, menuLinks } from './menu.view-models.ts'

export const MENU_MEMORY_KEY = 'menu'

/** The menu as it was arranged, from memory. */
export const listMenuItems = (ctx: AppContext): Promise<MenuItem[]> =>
  ctx.memory.get(MENU_MEMORY_KEY, () => ctx.db<MenuItem>('menu_items').orderBy(['position', 'id']).select('*'))

/** What this reader may enter, and where they are. Nobody arranged a menu: all boards, in their order. */
export async function loadMenu(ctx: AppContext, reader: Reader, at: { path: string; board: string | undefined }): Promise<MenuLink[]> {
  const [items, boards, groups, pages] = await Promise.all([
    listMenuItems(ctx),
    listBoardsToName(ctx, reader.viewer),
    listAllGroups(ctx),
    listOwnPages(ctx),
  ])
  return items.length === 0 ? boardLinks(reader, boards, at) : menuLinks(reader, { items, boards, groups, pages }, at)
}
