import { execFileSync, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** The load comes from the last core, whatever is measured has the first: each is as fast as it would be alone. */
export const cores = { measured: '0', load: String(availableParallelism() - 1) } as const

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

export const pinned = (command: string, args: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', cores.measured, command, ...args]] : [command, [...args]]

/** What we start would stay on our own core otherwise. */
export const onAllCores = (command: string, args: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', `0-${availableParallelism() - 1}`, command, ...args]] : [command, [...args]]

export function pinOurselves(): void {
  if (canPin) execFileSync('taskset', ['-a', '-cp', cores.load, String(process.pid)], { stdio: 'ignore' })
}
