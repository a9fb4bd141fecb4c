import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { Finding } from './findings.ts'
import { type BenchSite, projectRoot } from './site.ts'

/** One run, as it is kept in `docs/bench`. */
export interface Report {
  at: string
  revision: string
  /** What whoever reads it must know. */
  note?: string
  quick: boolean
  posts: number
  /** null: the corpus stood already. */
  corpusPostsPerSecond: number | null
  machine: { cores: number; model: string; memoryGb: number; system: string }
  versions: Record<string, string>
  findings: Finding[]
}

export async function reportOf(site: BenchSite, about: Pick<Report, 'quick' | 'posts' | 'corpusPostsPerSecond'>): Promise<Report> {
  const [[database]] = (await site.sql.raw('SELECT VERSION() AS version')) as [{ version: string }[]]
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
  return {
    at: new Date().toISOString(),
    revision: git('describe', '--always', '--dirty'),
    ...about,
    machine: {
      // We are held to one of them ourselves.
      cores: cpus().length,
      model: cpus()[0]?.model ?? '',
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: execFileSync('uname', ['-sr'], { encoding: 'utf8' }).trim(),
    },
    versions: { madang: version, node: process.version, database: database?.version ?? '' },
    findings: [],
  }
}

export function writeReport(file: string, report: Report): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`)
}

export const readReport = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report

const git = (...args: string[]): string => {
  try {
    return execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
