import type { AppContext } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { channelOf } from '../../../lib/redis/redis.ts'
import { addChange } from '../../posts/posts.service.ts'
import type { Post } from '../../posts/posts.types.ts'
import { markChanged } from '../comments.repository.ts'

export const changesChannel = ({ redis }: Pick<AppContext, 'redis'>): string => channelOf(redis, 'comments')

/**
 * In the transaction of whatever changes comments as their readers see them, with the post's row held: by this number open pages find them. Two who
 * change comments of a post at once get numbers in the order of their COMMITs, so that none is passed over.
 */
export async function numberChange(trx: Db, held: Pick<Post, 'id' | 'lastChangeNumber'>, commentIds: readonly number[]): Promise<void> {
  await markChanged(trx, commentIds, await addChange(trx, held))
}

/**
 * Call after COMMIT: browsers that show the post are told that its comments have changed, by whichever process they hang on. That is all that is
 * said; what has changed they ask for themselves. Nobody waits for it, and nothing fails with it.
 */
export const commentsChanged = (ctx: AppContext, postId: number): void => tell(ctx, String(postId))

/** The same for what happens often and is read by the way: told a little later, with what else comes until then. */
export const votesChanged = (ctx: AppContext, postId: number): void => tell(ctx, `${postId} ${LATER}`)

const LATER = 'later'

export function readChange(message: string): { postId: string; isLater: boolean } {
  const [postId = '', when] = message.split(' ')
  return { postId, isLater: when === LATER }
}

const tell = (ctx: AppContext, message: string) =>
  void ctx.redis
    .publish(changesChannel(ctx), message)
    .catch((error: unknown) => ctx.log.warn({ err: error, message }, 'readers learn of a comment late'))
