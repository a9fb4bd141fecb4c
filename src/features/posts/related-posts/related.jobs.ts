import type { AppContext } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { tellingWords } from '../../../lib/text/telling-words.ts'
import { listAllBoards } from '../../boards/boards.read-models.ts'
import { listTagsOf } from '../../tags/tags.read-models.ts'
import type { PostEvent } from '../posts.events.ts'
import { holdPost } from '../posts.repository.ts'
import * as repository from './related.repository.ts'
import { nearest, rareWords } from './related.types.ts'

/**
 * Keeps which posts of its board a post is near to. The event says only that something changed: whatever came before or after, what is kept
 * follows from the post as it stands now.
 */
export async function relatePost(ctx: AppContext, { postId }: PostEvent): Promise<void> {
  const boards = await listAllBoards(ctx)
  await inTransaction(ctx.db, async (trx) => {
    const post = await holdPost(trx, postId)
    const board = boards.find(({ id }) => id === post?.boardId)
    // Where everyone sees their own alone, no post leads to another.
    if (!post || !board || post.status !== 'visible' || post.secret === 1 || board.consultation) {
      await repository.replaceWords(trx, { id: postId, boardId: 0 }, [])
      return repository.forgetRelated(trx, postId)
    }
    const tags = await listTagsOf(trx, postId)
    const words = [...tags.map((tag) => `#${tag}`), ...tellingWords([post.title, ...tags].join(' '))]
    await repository.replaceWords(trx, post, words)
    const rare = words.length === 0 ? [] : rareWords(await repository.countWords(trx, post.boardId, words))
    const found =
      rare.length === 0
        ? []
        : await repository.listPostsWith(
            trx,
            post.boardId,
            rare.map(({ word }) => word),
          )
    await repository.keepRelated(trx, postId, nearest(rare, found, postId))
  })
}
