import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcess } from '../../src/lib/process/running-process.ts'

const supervisor = join(import.meta.dirname, '../../src/supervisor.ts')

export type Part = 'web' | 'web-2' | 'worker' | 'mysql' | 'redis'
export const parts: Part[] = ['web', 'worker', 'mysql', 'redis']

export interface RunningSite {
  pid: number
  varDir: string
  port: number
  address: string
  output(): string
  status: Promise<number | string>
  signal(name: NodeJS.Signals): void
}

export function aVarDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'madang-site-'))
  chmodSync(dir, 0o711)
  return dir
}

export async function aFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** As `npm start` does after preparing. */
export function startSite(varDir: string, port: number, env: Record<string, string> = {}): RunningSite {
  const child = spawn(process.execPath, [supervisor], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: '', REDIS_URL: '', VAR_DIR: varDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const status = new Promise<number | string>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown')))
  return {
    pid: child.pid ?? 0,
    varDir,
    port,
    address: `http://127.0.0.1:${port}`,
    output: () => output,
    status,
    signal: (name) => void child.kill(name),
  }
}

export function pidOf(varDir: string, part: Part): number | null {
  try {
    return Number(readFileSync(join(varDir, `run/${part}.pid`), 'utf8'))
  } catch {
    return null
  }
}

/** How long it took, in milliseconds. */
export async function untilTrue(isTrue: () => boolean | Promise<boolean>, withinMs: number, what: () => string): Promise<number> {
  const began = performance.now()
  while (!(await isTrue())) {
    if (performance.now() - began > withinMs) throw new Error(`not within ${withinMs} ms: ${what()}`)
    await sleep(50)
  }
  return performance.now() - began
}

export const isReady = async (site: RunningSite): Promise<boolean> => {
  const answer = await fetch(`${site.address}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null)
  return answer?.status === 200
}

export const untilReady = (site: RunningSite, withinMs = 20_000): Promise<number> => untilTrue(() => isReady(site), withinMs, site.output)

/** Whatever a test left behind. */
export async function clearAway(varDirs: string[], sites: RunningSite[]): Promise<void> {
  for (const site of sites) site.signal('SIGKILL')
  for (const varDir of varDirs) {
    const run = join(varDir, 'run')
    const pidFiles = existsSync(run) ? readdirSync(run).filter((name) => name.endsWith('.pid')) : []
    await Promise.all(pidFiles.map((name) => endProcess(Number(readFileSync(join(run, name), 'utf8')), 3_000)))
    rmSync(varDir, { recursive: true, force: true })
  }
}
