import { afterAll, beforeAll } from 'vitest'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { migrateToLatest } from '../../src/lib/db/migrations.ts'
import type { Replica } from '../../src/lib/db/replica.ts'
import { createLog } from '../../src/lib/log.ts'
import { type Replication, startReplication } from './replication.ts'
import { type Site, useSite } from './site.ts'

export interface ReplicatedSite {
  site: Site
  servers: Replication
  /** As this process knows it. */
  replica(): Replica
  /** What was written until now has arrived, and this process knows it. */
  untilUsed(): Promise<void>
}

/** A site whose pages may be read from a second server. */
export function useReplicatedSite(): ReplicatedSite {
  const servers = {} as Replication
  const environment: Record<string, string> = {}
  // Ended last: what is set up first is.
  afterAll(() => servers.end())
  beforeAll(async () => {
    Object.assign(servers, await startReplication())
    Object.assign(environment, { DATABASE_URL: servers.primaryUrl, DATABASE_REPLICA_URL: servers.replicaUrl })
    const db = openDatabase(servers.primaryUrl, { poolSize: 1, statementTimeoutMs: 60_000 })
    await migrateToLatest(db, createLog('silent', 'test'))
    await db.destroy()
    await servers.caughtUp()
  })
  const site = useSite(environment)
  const replica = () => {
    const [only] = site.ctx.replicas
    if (only === undefined) throw new Error('this site has a replica')
    return only
  }
  const untilUsed = async () => {
    await servers.caughtUp()
    const until = performance.now() + 5_000
    while (replica().lacks() === null || !replica().hasAllContent()) {
      if (performance.now() > until) throw new Error('the replica is not read')
      await new Promise((wait) => setTimeout(wait, 20))
    }
  }
  return { site, servers, replica, untilUsed }
}
