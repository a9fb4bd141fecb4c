import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { argumentsOf, isAlive } from '../lib/process/process-identity.ts'
import { endProcess, type RunningProcess, whenGone } from '../lib/process/running-process.ts'
import type { ServerAccount } from './server-account.ts'
import { openLogFile, tailOf } from './server-log.ts'

/** How one kind of server is started, recognized and asked. */
export interface ServerPlan {
  name: string
  folder: string
  /** In a folder of ours: a broken-into server could put a link of its own where root writes. */
  pidFile: string
  logFile: string
  command: string
  args: string[]
  /** The account to spawn it under; null: ours (a server that changes its account by itself is given it in `args`). */
  spawnAs: ServerAccount | null
  /** Stands in the arguments of our server, and of no other. */
  mark: string
  /** Whether it answers on its socket. */
  answers: () => Promise<boolean>
}

const READY_WITHIN_MS = 90_000
const STOP_PATIENCE_MS = 60_000

/** Finds the one that outlived a killed supervisor, else starts one; resolves when it answers. */
export async function startPrivateServer(plan: ServerPlan): Promise<RunningProcess> {
  const pid = survivorOf(plan)
  if (pid !== null) {
    if (await answersWithin(plan, pid))
      return watch(
        pid,
        whenGone(pid).then(() => undefined),
      )
    // Alive but deaf: it would hold its files against a new one.
    await endProcess(pid, STOP_PATIENCE_MS)
  }
  return startAnew(plan)
}

/** A process that carries the old id without our mark is somebody else's, and is left alone. */
function survivorOf(plan: ServerPlan): number | null {
  try {
    const pid = Number(readFileSync(plan.pidFile, 'utf8'))
    return pid > 1 && isAlive(pid) && argumentsOf(pid).includes(plan.mark) ? pid : null
  } catch {
    return null
  }
}

export const isRunning = (plan: ServerPlan): boolean => survivorOf(plan) !== null

async function startAnew(plan: ServerPlan): Promise<RunningProcess> {
  const log = openLogFile(plan.logFile)
  // A group of its own: Ctrl-C reaches the supervisor, which stops the servers last.
  const child = spawn(plan.command, plan.args, {
    cwd: plan.folder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
    ...(plan.spawnAs && { uid: plan.spawnAs.uid, gid: plan.spawnAs.gid }),
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  log.close()
  if (child.pid === undefined) throw new Error(`${plan.command} could not be run`)
  writeFileSync(plan.pidFile, String(child.pid))
  if (await answersWithin(plan, child.pid)) return watch(child.pid, exited)
  await endProcess(child.pid, 5_000)
  throw new Error(`${plan.name} did not start. ${plan.logFile} ends with:\n${tailOf(plan.logFile)}`)
}

async function answersWithin(plan: ServerPlan, pid: number): Promise<boolean> {
  const until = performance.now() + READY_WITHIN_MS
  while (isAlive(pid) && performance.now() < until) {
    if (await plan.answers()) return true
    await sleep(30)
  }
  return false
}

const watch = (pid: number, exited: Promise<void>): RunningProcess => ({
  pid,
  exited,
  stop: () => endProcess(pid, STOP_PATIENCE_MS),
})
