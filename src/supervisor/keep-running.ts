import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningProcess } from '../lib/process/running-process.ts'

export interface KeptProcess {
  /** For good. */
  stop(): Promise<void>
  /** Without waiting for what is under way. */
  kill(): void
}

interface Options {
  name: string
  start: () => Promise<RunningProcess>
  say: (line: string) => void
}

const FIRST_DELAY_MS = 100
/** Even one that keeps dying is tried again within the five seconds in which a killed one has to be back. */
const LONGEST_DELAY_MS = 3_000
/** One that ran for this long was well: its next death is a new story. */
const WELL_AFTER_MS = 30_000

/** Starts it again, with growing pauses, whenever it ends by itself. */
export function keepRunning(first: RunningProcess, { name, start, say }: Options): KeptProcess {
  const stopping = new AbortController()
  let current: RunningProcess | null = first
  let delay = FIRST_DELAY_MS

  const pause = async () => {
    await sleep(delay, undefined, { signal: stopping.signal }).catch(() => {})
    delay = Math.min(delay * 2, LONGEST_DELAY_MS)
  }
  const startAgain = async () => {
    try {
      return await start()
    } catch (error) {
      say(`${name} could not be started: ${(error as Error).message}`)
      return null
    }
  }
  const watch = async () => {
    while (!stopping.signal.aborted) {
      if (current) {
        const since = performance.now()
        await current.exited
        current = null
        if (stopping.signal.aborted) return
        say(`${name} ended unexpectedly; starting it again.`)
        if (performance.now() - since > WELL_AFTER_MS) delay = FIRST_DELAY_MS
      }
      await pause()
      if (!stopping.signal.aborted) current = await startAgain()
    }
  }
  const watching = watch()
  return {
    async stop() {
      stopping.abort()
      await current?.stop()
      await watching
      // Started in the moment in which it was told to stop.
      await current?.stop()
    },
    kill() {
      stopping.abort()
      if (current) process.kill(current.pid, 'SIGKILL')
    },
  }
}
