import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../config/env.ts'
import { argumentsOf, isAlive } from '../lib/process/process-identity.ts'
import { endProcess, type RunningProcess } from '../lib/process/running-process.ts'
import type { LogFile } from './log-file.ts'

export interface NodeChildPlan {
  name: 'web' | 'worker'
  script: string
  varDir: string
  env: Environment
  log: LogFile
  /** What it tells over the channel between us. */
  heard: (message: ChildMessage) => void
}

export interface ChildMessage {
  ready?: true
  ownerSetupPath?: string
}

/** The web drains for ten seconds at most; after this it hangs. */
const STOP_PATIENCE_MS = 12_000

export async function startNodeChild(plan: NodeChildPlan): Promise<RunningProcess> {
  // A group of its own: Ctrl-C reaches the supervisor alone, which then ends its children in order. The channel tells a
  // child when the supervisor is gone.
  const child = spawn(process.execPath, [plan.script, markOf(plan)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: plan.env,
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.stdout?.on('data', plan.log.write)
  child.stderr?.on('data', plan.log.write)
  child.on('message', (message) => plan.heard(message as ChildMessage))
  const { pid } = child
  if (pid === undefined) throw new Error(`${process.execPath} could not be run`)
  mkdirSync(join(plan.varDir, 'run'), { recursive: true, mode: 0o711 })
  writeFileSync(pidFile(plan), String(pid))
  return {
    pid,
    exited,
    stop: async () => {
      await endProcess(pid, STOP_PATIENCE_MS)
      rmSync(pidFile(plan), { force: true })
    },
  }
}

const pidFile = ({ varDir, name }: Pick<NodeChildPlan, 'varDir' | 'name'>) => join(varDir, `run/${name}.pid`)
/** Shown by `ps`, and tells this site's process from another's. */
const markOf = ({ varDir }: Pick<NodeChildPlan, 'varDir'>) => `--site=${varDir}`

/** A child of a killed supervisor drains and ends by itself; one that hangs would keep the port. */
export async function endSurvivor(plan: Pick<NodeChildPlan, 'varDir' | 'name'>): Promise<void> {
  try {
    const pid = Number(readFileSync(pidFile(plan), 'utf8'))
    if (pid > 1 && isAlive(pid) && argumentsOf(pid).includes(markOf(plan))) await endProcess(pid, STOP_PATIENCE_MS)
  } catch {
    // None was recorded.
  }
}
