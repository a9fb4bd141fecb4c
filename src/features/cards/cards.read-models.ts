import { type AppContext, guest } from '../../context.ts'
import { LogInFirst, NotFound } from '../../lib/http/errors.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import type { Post } from '../posts/posts.types.ts'

/** @throws NotFound unless everyone may read the post: a card is for whoever has its address */
export async function loadPostOfCard(ctx: AppContext, at: { board: string; number: number }): Promise<{ board: Board; post: Post }> {
  const board = await loadBoard(ctx, guest, at.board)
  if (!canReadOn(guest, board)) throw new NotFound('no card of what guests may not read')
  const post = await loadPost(ctx, guest, board, at.number).catch((error: unknown) => {
    // Readers are shown the way in; of a picture there is nothing to say but that it isn't there.
    throw error instanceof LogInFirst ? new NotFound('no card of a secret post') : error
  })
  return { board, post }
}
