import { type SendHandle, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../config/env.ts'
import { PORT_IS_HELD } from '../lib/process/held-port.ts'
import { argumentsOf, isAlive } from '../lib/process/process-identity.ts'
import { endProcess, type RunningProcess } from '../lib/process/running-process.ts'
import type { LogFile } from './log-file.ts'

export interface NodeChildPlan {
  /** Of its log and of the file with its process id. */
  name: string
  script: string
  /** For Node itself. */
  flags: string[]
  varDir: string
  env: Environment
  log: LogFile
  /** What it listens on; null: nothing. */
  port: SendHandle | null
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
  const child = spawn(process.execPath, [...plan.flags, plan.script, markOf(plan.varDir), ...(plan.port ? [PORT_IS_HELD] : [])], {
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
  // Who is dead before it could take it is started again, by whoever watches it.
  if (plan.port) child.send('port', plan.port, () => {})
  const { pid } = child
  if (pid === undefined) throw new Error(`${process.execPath} could not be run`)
  mkdirSync(runDir(plan.varDir), { recursive: true, mode: 0o711 })
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

const runDir = (varDir: string) => join(varDir, 'run')
const pidFile = ({ varDir, name }: Pick<NodeChildPlan, 'varDir' | 'name'>) => join(runDir(varDir), `${name}.pid`)
/** Shown by `ps`, and tells this site's process from another's. */
const markOf = (varDir: string) => `--site=${varDir}`

/** Children of a killed supervisor drain and end by themselves; one that hangs would keep the port. There may have been more of them than now. */
export async function endSurvivors(varDir: string): Promise<void> {
  const names = existsSync(runDir(varDir)) ? readdirSync(runDir(varDir)) : []
  await Promise.all(
    names.filter((name) => /^(web|worker).*\.pid$/.test(name)).map((name) => endSurvivor(varDir, join(runDir(varDir), name))),
  )
}

async function endSurvivor(varDir: string, file: string): Promise<void> {
  const pid = Number(readFileSync(file, 'utf8'))
  if (pid > 1 && isAlive(pid) && argumentsOf(pid).includes(markOf(varDir))) await endProcess(pid, STOP_PATIENCE_MS)
  rmSync(file, { force: true })
}
