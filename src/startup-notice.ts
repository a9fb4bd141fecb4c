import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from './context.ts'
import { ensureFirstBoards } from './features/boards/boards.service.ts'
import { issueOwnerSetup } from './features/members/owner-setup.service.ts'

/** A new site gets its first boards; one without an owner tells whoever started it how to become one. */
export async function prepareFirstRun(ctx: AppContext): Promise<void> {
  await whenDatabaseAnswers(() => ensureFirstBoards(ctx))
  const path = await whenDatabaseAnswers(() => issueOwnerSetup(ctx))
  if (path !== null) tellOwnerSetup(path)
}

/** Never through the log: who reads logs later must not find it there. */
function tellOwnerSetup(path: string): void {
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
