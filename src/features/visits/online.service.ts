import type { AppContext } from '../../context.ts'
import { ONLINE_KEY, ONLINE_MEMBERS_KEY, ONLINE_MS } from './online.types.ts'

export interface SeenReader {
  /** Of whoever carries a cookie. */
  visitor: Buffer
  /** Of address and agent: the name of a stranger, and of whoever was one a moment ago. null: of nobody else. */
  anonymousKey: Buffer | null
  stranger: boolean
  /** Told of by `noteMemberOnline`. */
  member: boolean
  at: Date
}

/** Who read a page just now. Nobody is counted by it: without Redis there is no such figure, and everything else goes on. */
export async function noteOnline(ctx: AppContext, readers: readonly SeenReader[]): Promise<void> {
  if (readers.length === 0 || !ctx.redis.isReady) return
  const guests = readers.filter(({ member }) => !member)
  const over = [
    // In one batch a browser may stand with its first page, as a stranger, and with its second.
    ...readers.filter(({ stranger, anonymousKey }) => !stranger && anonymousKey !== null).map(strangerName),
    // Who logged in is a guest no more.
    ...readers.filter(({ member }) => member).map(visitorName),
  ]
  const pipeline = ctx.redis.multi()
  if (guests.length > 0)
    pipeline.zAdd(
      ONLINE_KEY,
      guests.map((reader) => ({ value: reader.stranger ? strangerName(reader) : visitorName(reader), score: reader.at.getTime() })),
    )
  if (over.length > 0) pipeline.zRem(ONLINE_KEY, over)
  const since = ctx.clock.now().getTime() - ONLINE_MS
  for (const key of [ONLINE_KEY, ONLINE_MEMBERS_KEY]) pipeline.zRemRangeByScore(key, '-inf', since)
  await pipeline.exec()
}

/** A member reads a page. It waits in no file, as visits do: what is kept of those names nobody. */
export const noteMemberOnline = (ctx: AppContext, memberId: number, at: Date): Promise<void> =>
  unlessAway(ctx, () => ctx.redis.zAdd(ONLINE_MEMBERS_KEY, { value: String(memberId), score: at.getTime() }))

/** Who logs out is named no more, not even for five minutes. */
export const noteMemberGone = (ctx: AppContext, memberId: number): Promise<void> =>
  unlessAway(ctx, () => ctx.redis.zRem(ONLINE_MEMBERS_KEY, String(memberId)))

async function unlessAway(ctx: AppContext, tell: () => Promise<unknown>): Promise<void> {
  if (!ctx.redis.isReady) return
  await tell().catch((error: unknown) => ctx.log.debug({ err: error }, 'who is here now is not known'))
}

const visitorName = ({ visitor }: SeenReader): string => visitor.toString('base64url')
const strangerName = ({ anonymousKey }: SeenReader): string => `~${anonymousKey?.toString('base64url')}`
