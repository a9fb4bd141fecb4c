import { type AppContext, guest } from '../../context.ts'
import { LogInFirst, NotFound } from '../../lib/http/errors.ts'
import { AdultsOnly } from '../boards/adults.types.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import type { Post } from '../posts/posts.types.ts'

/** @throws NotFound unless everyone may read the post: a card is for whoever has its address */
export async function loadPostOfCard(ctx: AppContext, at: { board: string; number: number }): Promise<{ board: Board; post: Post }> {
  const board = await loadBoard(ctx, guest, at.board).catch(nothingToSay)
  if (!canReadOn(guest, board)) throw new NotFound('no card of what guests may not read')
  const post = await loadPost(ctx, guest, board, at.number).catch(nothingToSay)
  return { board, post }
}

/** Readers are shown the way in; of a picture there is nothing to say but that it isn't there. */
function nothingToSay(error: unknown): never {
  throw error instanceof LogInFirst || error instanceof AdultsOnly ? new NotFound('no card of what is kept from guests') : error
}
