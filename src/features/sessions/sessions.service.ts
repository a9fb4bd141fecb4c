import type { AppContext } from '../../context.ts'
import { createLimit, networkOf } from '../../lib/http/limits.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { checkPassword } from '../members/members.service.ts'
import type { Member } from '../members/members.types.ts'

export interface LogInAttempt {
  login: string
  password: string
  /** The client's address. */
  address: string | undefined
}

/**
 * The member whose login (or e-mail) and password these are, or undefined: the answer never says which of the two was wrong.
 * Wrong tries are limited by network, and by account *and* network, so that a stranger's guesses don't lock a member out.
 * @throws TooManyRequests
 */
export function createLogIn(ctx: AppContext): (attempt: LogInAttempt) => Promise<Member | undefined> {
  const byNetwork = createLimit(ctx.redis, 'login-network', 60, 600)
  const byAccount = createLimit(ctx.redis, 'login-account', 8, 600)
  return async ({ login, password, address }) => {
    const network = networkOf(address)
    const account = `${network}:${canonicalName(login).slice(0, 80)}`
    await byNetwork.spend(network)
    await byAccount.spend(account)
    const member = await checkPassword(ctx, login, password)
    if (member) await byAccount.forgive(account)
    return member
  }
}
