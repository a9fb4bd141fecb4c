import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Cost } from './findings.ts'
import type { BenchSite } from './site.ts'

const TICKS_A_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

interface Reading {
  webMs: number
  databaseMs: number
  statements: number
  rowsRead: number
}

/** What was used up while `work` ran, for each of the requests that it answered. */
export async function costOf(site: BenchSite, work: () => Promise<{ answers: number; bytesEach: number }>): Promise<Cost> {
  const before = await read(site)
  const { answers, bytesEach } = await work()
  const after = await read(site)
  const each = (name: keyof Reading) => (after[name] - before[name]) / Math.max(answers, 1)
  return {
    webMs: each('webMs'),
    databaseMs: each('databaseMs'),
    statements: each('statements'),
    rowsRead: each('rowsRead'),
    bytes: bytesEach,
  }
}

async function read({ pids, sql }: BenchSite): Promise<Reading> {
  const { web, mariadb } = pids()
  const [rows] = (await sql.raw("SHOW GLOBAL STATUS WHERE Variable_name = 'Questions' OR Variable_name LIKE 'Handler_read%'")) as [
    { Variable_name: string; Value: string }[],
  ]
  const sum = (pattern: RegExp) => rows.reduce((total, row) => total + (pattern.test(row.Variable_name) ? Number(row.Value) : 0), 0)
  return {
    webMs: web.reduce((total, pid) => total + cpuMsOf(pid), 0),
    databaseMs: cpuMsOf(mariadb),
    statements: sum(/^Questions$/),
    rowsRead: sum(/^Handler_read/),
  }
}

/** User and system time of a process with all its threads. */
export function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND
}

/** Memory in use, in MB, as the system counts it. */
export function residentMbOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) / 1024
}
