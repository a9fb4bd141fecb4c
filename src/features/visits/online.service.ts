import type { AppContext } from '../../context.ts'
import { ONLINE_KEY, ONLINE_MS } from './online.types.ts'

export interface SeenReader {
  /** Of whoever carries a cookie. */
  visitor: Buffer
  /** Of address and agent: the name of a stranger, and of whoever was one a moment ago. */
  anonymousKey: Buffer
  stranger: boolean
  at: Date
}

/** Who read a page just now. Nobody is counted by it: without Redis there is no such figure, and everything else goes on. */
export async function noteOnline(ctx: AppContext, readers: readonly SeenReader[]): Promise<void> {
  if (readers.length === 0 || !ctx.redis.isReady) return
  const known = readers.filter(({ stranger }) => !stranger)
  const names = readers.map((reader) => ({
    value: reader.stranger ? strangerName(reader) : visitorName(reader),
    score: reader.at.getTime(),
  }))
  const pipeline = ctx.redis.multi().zAdd(ONLINE_KEY, names)
  // After it: in one batch a browser may stand with its first page, as a stranger, and with its second.
  if (known.length > 0) pipeline.zRem(ONLINE_KEY, known.map(strangerName))
  await pipeline.zRemRangeByScore(ONLINE_KEY, '-inf', ctx.clock.now().getTime() - ONLINE_MS).exec()
}

const visitorName = ({ visitor }: SeenReader): string => visitor.toString('base64url')
const strangerName = ({ anonymousKey }: SeenReader): string => `~${anonymousKey.toString('base64url')}`
