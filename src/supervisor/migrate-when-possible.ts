import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../cli/migrate.ts'
import { isDatabaseUnavailable } from '../lib/db/errors.ts'
import type { Site } from './site.ts'

/**
 * Brings the schema up to date before the site opens. Where a database of one's own is away, the site opens all the same
 * (it says what is wrong, and is ready by itself when the database is back) and the schema follows as soon as it can.
 */
export async function migrateWhenPossible(site: Site, abandon: AbortSignal, say: (line: string) => void): Promise<void> {
  try {
    await migrate(site)
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    say(`The database does not answer (${(error as Error).message}). The site opens and waits for it.`)
    void keepTrying(site, abandon, say)
  }
}

async function keepTrying(site: Site, abandon: AbortSignal, say: (line: string) => void): Promise<void> {
  while (!abandon.aborted) {
    await sleep(1_000, undefined, { signal: abandon }).catch(() => {})
    try {
      await migrate(site)
      return say('The database answers.')
    } catch (error) {
      if (!isDatabaseUnavailable(error)) say(`The database could not be brought up to date: ${(error as Error).message}`)
    }
  }
}
