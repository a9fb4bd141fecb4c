import type { AppContext } from '../../context.ts'
import { createLimit, hostOf, networkOf } from '../../lib/http/limits.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { checkPassword, noteLogIn } from '../members/members.service.ts'
import type { Member } from '../members/members.types.ts'

export interface LogInAttempt {
  login: string
  password: string
  /** The client's address. */
  address: string | undefined
}

/** That an account is suspended is told only to who knows its password. */
export type LogInResult = { member: Member } | { refused: 'wrong' | 'suspended' }

const QUARTER_HOUR = 900
const BY_NETWORK = 60
const BY_ACCOUNT = 10

/**
 * The answer never says whether the name or the password was wrong, and takes the same time for both. Wrong tries are limited by network, and by
 * account *and* address, so that a stranger's guesses don't lock a member out.
 * @throws TooManyRequests
 */
export function createLogIn(ctx: AppContext): (attempt: LogInAttempt) => Promise<LogInResult> {
  const byNetwork = createLimit(ctx.redis, 'login-network', BY_NETWORK, QUARTER_HOUR)
  const byAccount = createLimit(ctx.redis, 'login-account', BY_ACCOUNT, QUARTER_HOUR)
  return async ({ login, password, address }) => {
    const network = networkOf(address)
    const account = `${hostOf(address)} ${canonicalName(login)}`
    await byNetwork.spend(network)
    await byAccount.spend(account)
    const forgive = () => Promise.all([byNetwork.forgive(network), byAccount.forgive(account)])
    const member = await checkPassword(ctx, login, password).catch(async (error: unknown) => {
      // Nothing was guessed: too many were waiting, or the database was away.
      await forgive()
      throw error
    })
    if (!member) return { refused: 'wrong' }
    await forgive()
    if (member.status === 'suspended') return { refused: 'suspended' }
    await noteLogIn(ctx, member)
    return { member }
  }
}
