import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './process-identity.ts'

/** Something that was started, or found running, and is watched. */
export interface RunningProcess {
  pid: number
  exited: Promise<void>
  /** Cleanly, and by force after a while. Resolves when it is gone. */
  stop(): Promise<void>
}

/** A process that is not our child tells nobody that it ended. */
export async function whenGone(pid: number, withinMs = Number.POSITIVE_INFINITY): Promise<boolean> {
  const until = performance.now() + withinMs
  while (isAlive(pid)) {
    if (performance.now() > until) return false
    await sleep(50)
  }
  return true
}

export async function endProcess(pid: number, patienceMs: number): Promise<void> {
  signal(pid, 'SIGTERM')
  if (await whenGone(pid, patienceMs)) return
  signal(pid, 'SIGKILL')
  await whenGone(pid, 5_000)
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}
