import type { AppContext } from '../../../context.ts'
import { cardLinksIn, RENDERER_VERSION, renderMarkdown } from '../../../lib/html/markdown.ts'
import { listLinkCards } from '../../link-cards/link-cards.read-models.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { listBodyFiles } from '../../uploads/uploads.read-models.ts'
import { listExcerpt } from '../lists/post-lists.types.ts'
import type { Post, PostBody } from '../posts.types.ts'

/** A text as its page shows it, and what lists show of it. */
export interface RenderedText {
  body: PostBody
  looks: Pick<Post, 'excerpt' | 'coverKey' | 'hasImage' | 'hasVideo' | 'hasFile' | 'hasLink'>
}

/** A text as readers will see it, with the pictures that its writer may show and what we know of the pages it links. */
export async function renderBody(
  ctx: Pick<AppContext, 'db'>,
  text: { source: string; ownerId: number; postId: number | null },
): Promise<RenderedText> {
  const cards = await listLinkCards(ctx.db, cardLinksIn(text.source))
  const files = await listBodyFiles(ctx, text)
  const { html, text: words, hasImage, hasVideo, hasLink, coverPath } = renderMarkdown(text.source, { files, cards })
  return {
    body: { source: text.source, html, text: words, rendererVersion: RENDERER_VERSION },
    looks: {
      excerpt: listExcerpt(words),
      coverKey: fileKeysIn(coverPath ?? '')[0] ?? null,
      hasImage: hasImage ? 1 : 0,
      hasVideo: hasVideo ? 1 : 0,
      hasFile: [...files.values()].some(({ kind }) => kind === 'file') ? 1 : 0,
      hasLink: hasLink ? 1 : 0,
    },
  }
}
