import { createHmac } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { findLiveToken, insertToken, useToken } from './member-tokens.repository.ts'
import { ownerSetupPath } from './members.paths.ts'
import { findOwner, lockOwners } from './members.repository.ts'
import { addMember, unlessTaken } from './members.service.ts'
import { type NewMember, OWNER_LEVEL, type TakenField } from './members.types.ts'

const VALID_MS = 24 * 3_600_000

/**
 * The one-time address at which the first owner names themselves, or null when the site has one. It can be printed again at each start
 * although only its hash is stored: the token is made of the session secret and the day, so that all nodes print the same one.
 */
export async function issueOwnerSetup(ctx: AppContext): Promise<string | null> {
  if (await findOwner(ctx.db, OWNER_LEVEL)) return null
  const now = ctx.clock.now()
  const day = Math.floor(now.getTime() / VALID_MS)
  const token = createHmac('sha256', ctx.config.sessionSecret ?? '')
    .update(`owner-setup:${day}`)
    .digest('base64url')
  await insertToken(ctx.db, {
    purpose: 'owner-setup',
    memberId: null,
    token,
    expiresAt: new Date(now.getTime() + VALID_MS),
    createdAt: now,
  })
  return ownerSetupPath(token)
}

/** An owner may also have been made by the command line meanwhile: then no address works any more. */
export async function findSetupToken(ctx: AppContext, token: string) {
  const found = await findLiveToken(ctx.db, 'owner-setup', token, ctx.clock.now())
  return found && !(await findOwner(ctx.db, OWNER_LEVEL)) ? found : undefined
}

export type SetupResult = { member: { id: number; sessionEpoch: number } } | { taken: TakenField[] } | { gone: true }

/** Of fifty who post the form at once, one becomes the owner: the token's row is the lock, and for two tokens the owners' place in the index. */
export async function setUpOwner(ctx: AppContext, token: string, form: NewMember): Promise<SetupResult> {
  const found = await findSetupToken(ctx, token)
  if (!found) return { gone: true }
  const passwordHash = await ctx.passwords.hash(form.password)
  return unlessTaken(() =>
    inTransaction(ctx.db, async (trx): Promise<SetupResult> => {
      if (!(await useToken(trx, found.id, ctx.clock.now())) || (await lockOwners(trx, OWNER_LEVEL)).length > 0) return { gone: true }
      const id = await addMember(ctx, trx, { ...form, passwordHash, level: OWNER_LEVEL })
      return { member: { id, sessionEpoch: 0 } }
    }),
  )
}
