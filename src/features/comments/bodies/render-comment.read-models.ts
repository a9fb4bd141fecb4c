import type { AppContext } from '../../../context.ts'
import { RENDERER_VERSION, renderComment } from '../../../lib/html/markdown.ts'
import { pathsOf } from '../../mentions/mentions.read-models.ts'
import type { Mention } from '../../mentions/mentions.types.ts'
import { stickersIn } from '../../stickers/stickers.read-models.ts'
import { listCommentFiles } from '../../uploads/comment-files.read-models.ts'
import type { Comment } from '../comments.types.ts'

/** A comment's text as it is stored, with the members whom it calls; which of its pictures are its author's is asked. */
export async function renderedComment(
  ctx: Pick<AppContext, 'db'>,
  comment: { body: string; ownerId: number | null; commentId: number | null; mentions: readonly Mention[] },
): Promise<Pick<Comment, 'body' | 'html' | 'rendererVersion'>> {
  const { body, mentions } = comment
  const html = renderComment(body, {
    files: await listCommentFiles(ctx, comment),
    mentions: pathsOf(mentions),
    stickers: await stickersIn(ctx.db, body),
  })
  return { body, html, rendererVersion: RENDERER_VERSION }
}
