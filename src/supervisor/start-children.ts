import { join } from 'node:path'
import { readEnvironment } from '../config/env.ts'
import { type KeptProcess, keepRunning } from './keep-running.ts'
import { openLogFile } from './log-file.ts'
import { type ChildMessage, type NodeChildPlan, startNodeChild } from './node-child.ts'
import { ownerLine, type Site, startupLines } from './site.ts'

type Say = (line: string) => void

/** Web and worker. Resolves when the web listens, or when told to stop before that. */
export async function startChildren(site: Site, told: Promise<void>, say: Say): Promise<KeptProcess[]> {
  const ready = Promise.withResolvers<void>()
  const heard = (message: ChildMessage) => {
    const { ownerSetupPath } = message
    if (message.ready) ready.resolve()
    if (ownerSetupPath) void ready.promise.then(() => say(ownerLine(site, ownerSetupPath)))
  }
  const webPlan = planFor(site, 'web', 'server.ts', heard)
  const workerPlan = planFor(site, 'worker', 'worker.ts', () => {})
  const [web, worker] = await Promise.all([startNodeChild(webPlan), startNodeChild(workerPlan)])
  const announced = ready.promise.then(() => {
    for (const line of startupLines(site)) say(line)
  })
  const outcome = await Promise.race([announced, told, web.exited.then(() => 'ended' as const)])
  if (outcome === 'ended') {
    await worker.stop()
    throw new Error(`The web process did not start; the end of ${site.varDir}/logs/web.log tells why.`)
  }
  return [
    keepRunning(web, { name: 'The web process', start: () => startNodeChild(webPlan), say }),
    keepRunning(worker, { name: 'The worker', start: () => startNodeChild(workerPlan), say }),
  ]
}

const planFor = (site: Site, name: NodeChildPlan['name'], file: string, heard: NodeChildPlan['heard']): NodeChildPlan => ({
  name,
  heard,
  script: join(import.meta.dirname, '..', file),
  varDir: site.varDir,
  env: { ...readEnvironment(), VAR_DIR: site.varDir, DATABASE_URL: site.databaseUrl, REDIS_URL: site.redisUrl },
  log: openLogFile(join(site.varDir, `logs/${name}.log`)),
})
