import type { Config } from '../config/config.ts'
import { projectRoot } from '../config/env.ts'
import { editorBundles } from '../lib/views/editor-bundle.ts'
import type { HeldPort } from './held-port.ts'
import { keepServers } from './keep-servers.ts'
import { migrateWhenPossible } from './migrate-when-possible.ts'
import type { Site } from './site.ts'
import { startChildren } from './start-children.ts'
import { tellOfConnections } from './tell-of-connections.ts'
import type { StopSignals } from './told-to-stop.ts'

const say = (line: string) => console.log(line)

/** From nothing to a running site, and back when told. Throws what kept it from starting. */
export async function runSite(config: Config, port: HeldPort, signals: StopSignals): Promise<void> {
  const abandon = new AbortController()
  void signals.told.then(() => abandon.abort())
  const servers = await keepServers(config, say)
  try {
    const site: Site = { ...config, databaseUrl: servers.databaseUrl, redisUrl: servers.redisUrl }
    await migrateWhenPossible(site, abandon.signal, say)
    if (config.databaseUrl !== null) await tellOfConnections(site, say)
    if (!abandon.signal.aborted) await serve(site, port, signals)
  } finally {
    await servers.stop()
  }
  say('Stopped.')
}

async function serve(site: Site, port: HeldPort, signals: StopSignals): Promise<void> {
  // Once, before several processes would make it.
  editorBundles(projectRoot)
  const children = await startChildren(site, port, signals.told, say)
  await signals.told
  port.release()
  say('Stopping: what is under way is finished first.')
  void signals.hurried.then(() => {
    for (const child of children) child.kill()
  })
  await Promise.all(children.map((child) => child.stop()))
}
