import type { AppContext } from '../../../context.ts'
import { linkedFrom, RENDERER_VERSION, renderMarkdown } from '../../../lib/html/markdown.ts'
import { listImageCopies } from '../../image-copies/image-copies.read-models.ts'
import { listLinkCards } from '../../link-cards/link-cards.read-models.ts'
import { mentionsOf, pathsOf, readMentions } from '../../mentions/mentions.read-models.ts'
import type { Mention } from '../../mentions/mentions.types.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { listBodyFiles } from '../../uploads/uploads.read-models.ts'
import { listExcerpt } from '../lists/post-lists.types.ts'
import type { Post, PostBody } from '../posts.types.ts'

/** A text as its page shows it, and what lists show of it. */
export interface RenderedText {
  body: PostBody
  looks: Pick<Post, 'excerpt' | 'coverKey' | 'hasImage' | 'hasVideo' | 'hasFile' | 'hasLink'>
}

/** A text, whose it is, and of which post: null of one that is not stored. */
interface Written {
  source: string
  /** 0: a guest. */
  ownerId: number
  postId: number | null
}

/** A text that was just written: whom it calls is looked up. What it called before goes on calling whom it called. */
export async function renderWritten(ctx: Pick<AppContext, 'db'>, text: Written): Promise<RenderedText & { mentions: Mention[] }> {
  const { source: body, ownerId, postId } = text
  const before = postId === null ? [] : await mentionsOf(ctx.db, 'posts', postId)
  // Members are called by members.
  const mentions = ownerId === 0 ? [] : await readMentions(ctx.db, { body, dialect: 'posts' }, before)
  return { ...(await renderBody(ctx, { ...text, mentions })), mentions }
}

/** A text as readers will see it, with the pictures that its writer may show, whom it calls, and what we know of the pages it links. */
export async function renderBody(ctx: Pick<AppContext, 'db'>, text: Written & { mentions: readonly Mention[] }): Promise<RenderedText> {
  const linked = linkedFrom(text.source)
  const cards = await listLinkCards(ctx.db, linked.cards)
  const copies = text.postId === null ? new Map<string, string>() : await listImageCopies(ctx.db, text.postId, linked.images)
  const files = await listBodyFiles(ctx, { ...text, source: [text.source, ...copies.values()].join('\n') })
  const {
    html,
    text: words,
    hasImage,
    hasVideo,
    hasLink,
    coverPath,
  } = renderMarkdown(text.source, { files, cards, copies, mentions: pathsOf(text.mentions) })
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
