import type { AppContext, Reader } from '../../context.ts'
import type { CommentSort } from '../boards/board-settings.types.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { loadCommentSection } from '../comments/comments.read-models.ts'
import { findLastAct } from '../moderation/moderation.read-models.ts'
import { pollBelow } from '../polls/polls.read-models.ts'
import { attachmentsBelow } from '../uploads/uploads.read-models.ts'
import { postInListPath } from './lists/list-query.paths.ts'
import { type ListAddress, listQuery } from './lists/list-query.types.ts'
import type { PostPageParts } from './post-page.view-models.ts'
import { loadSurroundings } from './post-place.read-models.ts'
import { atItsRoot, loadThread } from './replies/replies.read-models.ts'
import { loadShownPost, type ShownPost } from './shown-post.read-models.ts'

/** Everything of a post's page. What is hidden has a fourth statement, which tells why. */
export async function loadPostPage(
  ctx: AppContext,
  reader: Reader,
  at: { board: string; number: number },
  {
    comments: threadPage,
    since,
    commentSort,
    ...address
  }: ListAddress & { comments: number; since?: number | undefined; commentSort: (board: Board) => CommentSort },
): Promise<PostPageParts> {
  const board = await loadBoard(ctx, reader.viewer, at.board)
  const query = listQuery(reader.viewer, board, address)
  const sort = commentSort(board)
  const post = await loadShownPost(ctx, reader.viewer, board, { number: at.number, query, commentSort: sort })
  const [around, comments, reason, thread] = await Promise.all([
    loadSurroundings(ctx, reader.viewer, board, { post: await atItsRoot(ctx, post), query }),
    loadCommentSection(
      ctx,
      reader,
      { board, post },
      {
        page: threadPage,
        sort,
        buckets: post.buckets,
        address: postInListPath(board, post.number, query),
        since: since ?? post.seenComment,
      },
    ),
    reasonFor(ctx, post),
    loadThread(ctx, post),
  ])
  const attachments = attachmentsBelow(reader, { ownerId: post.authorId ?? 0, post: { ...post, board } }, post.attachments)
  const poll = pollBelow(reader, { board, post }, post.poll, postInListPath(board, post.number, query))
  return { board, post, attachments, poll, query, around, comments, reason, thread }
}

const reasonFor = async (ctx: AppContext, post: ShownPost): Promise<string | null> =>
  post.status === 'visible' ? null : ((await findLastAct(ctx, post.id))?.reason ?? null)
