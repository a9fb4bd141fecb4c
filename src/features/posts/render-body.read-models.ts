import type { AppContext } from '../../context.ts'
import { cardLinksIn, RENDERER_VERSION, renderMarkdown } from '../../lib/html/markdown.ts'
import { listLinkCards } from '../link-cards/link-cards.read-models.ts'
import { listBodyFiles } from '../uploads/uploads.read-models.ts'
import type { PostBody } from './posts.types.ts'

/** A text as readers will see it, with the pictures that its writer may show and what we know of the pages it links. */
export async function renderBody(
  ctx: Pick<AppContext, 'db'>,
  text: { source: string; ownerId: number; postId: number | null },
): Promise<{ body: PostBody; hasImage: 0 | 1 }> {
  const cards = await listLinkCards(ctx.db, cardLinksIn(text.source))
  const { html, text: words, hasImage } = renderMarkdown(text.source, { files: await listBodyFiles(ctx, text), cards })
  return { body: { source: text.source, html, text: words, rendererVersion: RENDERER_VERSION }, hasImage: hasImage ? 1 : 0 }
}
