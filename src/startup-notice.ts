import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from './context.ts'
import { issueOwnerSetup } from './features/members/owner-setup.service.ts'

/**
 * While the site has no owner, tells whoever started it the address at which to become one. Never through the log: who
 * reads logs later must not find it there.
 */
export async function announceOwnerSetup(ctx: AppContext): Promise<void> {
  const path = await whenDatabaseAnswers(() => issueOwnerSetup(ctx))
  if (path === null) return
  if (process.send) process.send({ ownerSetupPath: path })
  else console.log(`This site has no owner yet. Become it at ${path} (valid for 24 hours, usable once).`)
}

async function whenDatabaseAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === 30) throw error
      await sleep(2_000, undefined, { ref: false })
    }
  }
}
