import { createHmac, timingSafeEqual } from 'node:crypto'
import { type AppContext, guest, type Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { type Limit, networkOf, takePoint } from '../../lib/http/limits.ts'
import { findGuestCommentKey, findGuestKey, insertGuestCommentKeys, insertGuestKeys } from './guest-keys.repository.ts'
import type { GuestCommentKey, GuestKey, GuestsWords } from './guest-keys.types.ts'

/** A password of six signs is guessed by whoever may try for ever. */
const TRIES: Limit = { name: 'guest-key', points: 10, seconds: 600 }
/** As long as one writes at a text before sending it. */
const GRANT_MS = 6 * 3_600_000

/** In the transaction of their posts. */
export const keepGuestKeys = async (trx: Db, keys: readonly GuestKey[]): Promise<void> => {
  if (keys.length > 0) await insertGuestKeys(trx, keys)
}

/** The same for comments. */
export const keepGuestCommentKeys = async (trx: Db, keys: readonly GuestCommentKey[]): Promise<void> => {
  if (keys.length > 0) await insertGuestCommentKeys(trx, keys)
}

/**
 * @returns what shows for some hours that the password was given, for a form to carry; null for a wrong one
 * @throws TooManyRequests
 */
export async function openWords(
  ctx: AppContext,
  words: GuestsWords,
  given: { password: string; address: string | undefined },
): Promise<string | null> {
  const { kind, id } = words
  await takePoint(ctx.redis, TRIES, `${kind} ${id} ${networkOf(given.address)}`)
  const key = kind === 'post' ? await findGuestKey(ctx.db, id) : await findGuestCommentKey(ctx.db, id)
  if (!(await ctx.passwords.verify(given.password, key?.passwordHash ?? null))) return null
  const until = ctx.clock.now().getTime() + GRANT_MS
  return `${until}.${sealOf(ctx, words, until)}`
}

/** The guest who wrote it. @throws Forbidden for a grant of other words, or an old one */
export function authorByGrant(ctx: AppContext, words: GuestsWords, grant: string): Viewer {
  const [until = '', seal = ''] = grant.split('.')
  const isOurs = sameText(seal, sealOf(ctx, words, Number(until))) && Number(until) > ctx.clock.now().getTime()
  if (!isOurs) throw new Forbidden('no grant', 'guestPosts.grantOver')
  return words.kind === 'post' ? { ...guest, opened: words.id } : { ...guest, openedComment: words.id }
}

const sealOf = ({ config }: AppContext, { kind, id }: GuestsWords, until: number): string =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update(`guest-key ${kind} ${id} ${until}`)
    .digest('base64url')

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
