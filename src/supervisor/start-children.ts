import { join } from 'node:path'
import { readEnvironment } from '../config/env.ts'
import { keepingCompiledCode } from '../lib/process/compiled-code.ts'
import { frugalMalloc, frugalNode } from './frugal-node.ts'
import type { HeldPort } from './held-port.ts'
import { type KeptProcess, keepRunning } from './keep-running.ts'
import { openLogFile } from './log-file.ts'
import { type ChildMessage, type NodeChildPlan, startNodeChild } from './node-child.ts'
import { ownerLine, type Site, startupLines } from './site.ts'

type Say = (line: string) => void

/** Web processes and worker. Resolves when one of the web processes listens, or when told to stop before that. */
export async function startChildren(site: Site, port: HeldPort, told: Promise<void>, say: Say): Promise<KeptProcess[]> {
  const ready = Promise.withResolvers<void>()
  const said = new Set<string>()
  const heard = ({ ready: listens, ownerSetupPath }: ChildMessage) => {
    if (listens) ready.resolve()
    // Every web process tells it.
    if (ownerSetupPath === undefined || said.has(ownerSetupPath)) return
    said.add(ownerSetupPath)
    void ready.promise.then(() => say(ownerLine(site, ownerSetupPath)))
  }
  const webs = Array.from({ length: site.webProcesses }, (_, index) => webPlan(site, index, port, heard))
  const plans = [...webs, planFor(site, { name: 'worker', title: 'The worker', script: 'worker.ts' })]
  const processes = await Promise.all(plans.map(startNodeChild))
  const announced = ready.promise.then(() => {
    for (const line of startupLines(site)) say(line)
  })
  const ends = processes.slice(0, webs.length).map((web, index) => web.exited.then(() => webs[index]?.name))
  const outcome = await Promise.race([announced, told, ...ends])
  if (outcome !== undefined) {
    await Promise.all(processes.map((each) => each.stop()))
    throw new Error(`The web process did not start; the end of ${site.varDir}/logs/${outcome}.log tells why.`)
  }
  return plans.flatMap((plan, index) => {
    const first = processes[index]
    return first ? [keepRunning(first, { name: plan.title, start: () => startNodeChild(plan), say })] : []
  })
}

type ChildPlan = NodeChildPlan & { title: string }

/** The first one bears the name that a single one has. Each has a log of its own: lines of several could tear each other. */
function webPlan(site: Site, index: number, { handle }: HeldPort, heard: NodeChildPlan['heard']): ChildPlan {
  const title = site.webProcesses === 1 ? 'The web process' : `Web process ${index + 1}`
  return planFor(site, { name: index === 0 ? 'web' : `web-${index + 1}`, title, script: 'server.ts', port: handle, heard })
}

const planFor = (site: Site, plan: Pick<ChildPlan, 'name' | 'title' | 'script'> & Partial<ChildPlan>): ChildPlan => ({
  port: null,
  heard: () => {},
  varDir: site.varDir,
  flags: frugalNode(plan.name === 'worker' ? 'worker' : 'web'),
  env: {
    ...keepingCompiledCode,
    ...frugalMalloc,
    ...readEnvironment(),
    VAR_DIR: site.varDir,
    DATABASE_URL: site.databaseUrl,
    REDIS_URL: site.redisUrl,
  },
  log: openLogFile(join(site.varDir, `logs/${plan.name}.log`)),
  ...plan,
  script: join(import.meta.dirname, '..', plan.script),
})
