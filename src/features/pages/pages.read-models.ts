import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { canReadPage } from './pages.policy.ts'
import type { OwnPage, PageText } from './pages.types.ts'

export const PAGES_MEMORY_KEY = 'pages'

/** Without their texts, from memory: menu and footer ask for them on every page. */
export const listOwnPages = (ctx: AppContext): Promise<OwnPage[]> =>
  ctx.memory.get(PAGES_MEMORY_KEY, () =>
    ctx
      .db<OwnPage>('own_pages')
      .orderBy(['position', 'id'])
      .select('id', 'slug', 'titleKo', 'titleEn', 'level', 'inFooter', 'position', 'updatedAt'),
  )

/** @throws NotFound when there is no such page, or none for this viewer */
export async function loadOwnPage(ctx: AppContext, viewer: Viewer, slug: string): Promise<OwnPage & PageText> {
  const page = await ctx.db<OwnPage & PageText>('own_pages').where({ slug }).first()
  if (!page || !canReadPage(viewer, page)) throw new NotFound(`no page ${slug}`)
  return page
}

/** For whoever edits it. @throws NotFound */
export async function loadOwnPageById(ctx: AppContext, id: number): Promise<OwnPage & PageText> {
  const page = await ctx.db<OwnPage & PageText>('own_pages').where({ id }).first()
  if (!page) throw new NotFound(`no page ${id}`)
  return page
}
