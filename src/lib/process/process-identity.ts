import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** After a kill -9 or a reboot an old process id may be another process's: its start time and arguments tell them apart. */

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return statFields(pid)?.[0] !== 'Z'
}

/** null: no such process. Where the system does not tell start times, all live processes have the same one. */
export function startOf(pid: number): string | null {
  if (!isAlive(pid)) return null
  return statFields(pid)?.[19] ?? 'unknown'
}

export function argumentsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return process.platform === 'linux' ? '' : argumentsByPs(pid)
  }
}

function argumentsByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', timeout: 2_000 })
  } catch {
    return ''
  }
}

/** The fields after the program's name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
  } catch {
    return undefined
  }
}
