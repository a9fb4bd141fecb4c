import type { AppContext } from '../../../context.ts'
import { channelOf } from '../../../lib/redis/redis.ts'

export const changesChannel = ({ redis }: Pick<AppContext, 'redis'>): string => channelOf(redis, 'comments')

/**
 * Call after COMMIT: browsers that show the post are told that its comments have changed, by whichever process they hang on. That is all that is
 * said; what has changed they ask for themselves. Nobody waits for it, and nothing fails with it.
 */
export function commentsChanged(ctx: AppContext, postId: number): void {
  ctx.redis
    .publish(changesChannel(ctx), String(postId))
    .catch((error: unknown) => ctx.log.warn({ err: error, postId }, 'readers learn of a comment late'))
}
