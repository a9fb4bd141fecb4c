import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { TooManyRequests } from '../../lib/http/errors.ts'
import { type Limit, takePoint } from '../../lib/http/limits.ts'
import { findLiveToken, useToken, voidTokens } from './member-tokens.repository.ts'
import { passwordResetRequested } from './members.events.ts'
import { canonicalEmail, findMemberByEmail, updatePassword } from './members.repository.ts'

/** Nobody's mailbox is filled by strangers who type their address. */
const MAILS: Limit = { name: 'reset-mail', points: 3, seconds: 3600 }

/**
 * The answer to the asker is the same whether or not the address is a member's, and so is the work done before it: the news is written
 * for nobody, too. The mail tells.
 */
export async function requestPasswordReset(ctx: AppContext, email: string): Promise<void> {
  const member = await findMemberByEmail(ctx.db, email)
  try {
    await takePoint(ctx.redis, MAILS, canonicalEmail(email))
  } catch (error) {
    if (error instanceof TooManyRequests) return
    throw error
  }
  await addToOutbox(ctx.db, passwordResetRequested, { memberId: member?.status === 'active' ? member.id : null })
}

export const findResetToken = (ctx: AppContext, token: string) => findLiveToken(ctx.db, 'password-reset', token, ctx.clock.now())

/**
 * Once for each token, whoever posts it at the same time; the member's other tokens and all their sessions end with it.
 * @returns false when the token is unknown, used or too old
 */
export async function resetPassword(ctx: AppContext, token: string, password: string): Promise<boolean> {
  const found = await findResetToken(ctx, token)
  if (!found || found.memberId === null) return false
  const { id, memberId } = found
  const passwordHash = await ctx.passwords.hash(password)
  return inTransaction(ctx.db, async (trx) => {
    const now = ctx.clock.now()
    if (!(await useToken(trx, id, now))) return false
    await voidTokens(trx, 'password-reset', memberId, now)
    await updatePassword(trx, memberId, passwordHash)
    return true
  })
}
