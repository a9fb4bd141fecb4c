import { createHmac, timingSafeEqual } from 'node:crypto'
import { type AppContext, guest, type Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { type Limit, networkOf, takePoint } from '../../lib/http/limits.ts'
import { findGuestKey, insertGuestKeys } from './guest-keys.repository.ts'
import type { GuestKey } from './guest-keys.types.ts'

/** A password of six signs is guessed by whoever may try for ever. */
const TRIES: Limit = { name: 'guest-key', points: 10, seconds: 600 }
/** As long as one writes at a text before sending it. */
const GRANT_MS = 6 * 3_600_000

/** In the transaction of their posts. */
export const keepGuestKeys = async (trx: Db, keys: readonly GuestKey[]): Promise<void> => {
  if (keys.length > 0) await insertGuestKeys(trx, keys)
}

/**
 * @returns what shows for some hours that the password was given, for a form to carry; null for a wrong one
 * @throws TooManyRequests
 */
export async function openPost(
  ctx: AppContext,
  postId: number,
  given: { password: string; address: string | undefined },
): Promise<string | null> {
  await takePoint(ctx.redis, TRIES, `${postId} ${networkOf(given.address)}`)
  const key = await findGuestKey(ctx.db, postId)
  if (!(await ctx.passwords.verify(given.password, key?.passwordHash ?? null))) return null
  const until = ctx.clock.now().getTime() + GRANT_MS
  return `${until}.${sealOf(ctx, postId, until)}`
}

/** The guest who wrote the post. @throws Forbidden for a grant of another post, or an old one */
export function authorByGrant(ctx: AppContext, postId: number, grant: string): Viewer {
  const [until = '', seal = ''] = grant.split('.')
  const isOurs = sameText(seal, sealOf(ctx, postId, Number(until))) && Number(until) > ctx.clock.now().getTime()
  if (!isOurs) throw new Forbidden('no grant', 'guestPosts.grantOver')
  return { ...guest, opened: postId }
}

const sealOf = ({ config }: AppContext, postId: number, until: number): string =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update(`guest-key ${postId} ${until}`)
    .digest('base64url')

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
