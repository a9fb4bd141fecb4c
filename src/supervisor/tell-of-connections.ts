import { connectionsNeeded } from '../config/connections.ts'
import { openDatabase } from '../lib/db/knex.ts'
import { connectionsAllowed } from '../lib/db/ping.ts'
import type { Site } from './site.ts'

/** A database of one's own may allow fewer connections than all processes may open: better told at the start than by a page that fails in a rush. */
export async function tellOfConnections(site: Site, say: (line: string) => void): Promise<void> {
  const db = openDatabase(site.databaseUrl, { poolSize: 1 })
  try {
    const [allowed, needed] = [await connectionsAllowed(db), connectionsNeeded(site)]
    if (allowed < needed)
      say(
        `The database allows ${allowed} connections and this site may need ${needed}: raise max_connections, or lower DATABASE_POOL or WEB_PROCESSES.`,
      )
  } catch {
    // It is away, which is told elsewhere.
  } finally {
    await db.destroy()
  }
}
