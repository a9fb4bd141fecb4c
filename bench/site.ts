import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import knex, { type Knex } from 'knex'
import { databaseAddress } from '../src/config/addresses.ts'
import { mariadbUrl } from '../src/private-servers/mariadb.ts'
import { pinned } from './cores.ts'
import { freePort } from './free-port.ts'

export const projectRoot = join(import.meta.dirname, '..')

export interface BenchSite {
  url: string
  varDir: string
  databaseUrl: string
  sql: Knex
  pids(): { web: number[]; worker: number; mariadb: number; redis: number }
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface SitePlan {
  varDir: string
  /** The tree whose site it is. */
  root?: string
  env?: Record<string, string>
}

const READY_WITHIN_MS = 120_000

/** As `npm start` runs it, behind a proxy whose word it takes for where readers come from. */
export async function startSite({ varDir, root = projectRoot, env = {} }: SitePlan): Promise<BenchSite> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const databaseUrl = mariadbUrl(varDir)
  const run = async () => {
    const child = startSupervisor(root, { ...env, PORT: String(port), VAR_DIR: varDir })
    await untilReady(url, child)
    return child
  }
  let child = await run()
  const stop = () => ended(child, 'SIGTERM')
  const sql = knex({ client: 'mysql2', connection: { ...databaseAddress(databaseUrl), timezone: 'Z' }, pool: { min: 0, max: 2 } })
  return {
    url,
    varDir,
    databaseUrl,
    sql,
    pids: () => pidsOf(varDir),
    async restart() {
      // Its connections would be lost with the server, and each say so when it is asked for next.
      await sql.destroy()
      await stop()
      child = await run()
      sql.initialize()
    },
    async stop() {
      await sql.destroy()
      await stop()
    },
  }
}

function startSupervisor(root: string, env: Record<string, string>): ChildProcess {
  const unset = { DATABASE_URL: '', REDIS_URL: '', BASE_URL: '', HOST: '127.0.0.1', TRUST_PROXY: 'loopback' }
  const [command, args] = pinned(process.execPath, ['src/supervisor.ts'])
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...unset, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => child.kill('SIGTERM'))
  return child
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    if (child.exitCode !== null) break
    await sleep(50)
  }
  throw new Error('the site did not become ready')
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await exited
}

function pidsOf(varDir: string): ReturnType<BenchSite['pids']> {
  const pidIn = (file: string) => Number(readFileSync(join(varDir, 'run', file), 'utf8'))
  const web = readdirSync(join(varDir, 'run')).filter((file) => /^web.*\.pid$/.test(file))
  return { web: web.map(pidIn), worker: pidIn('worker.pid'), mariadb: pidIn('mysql.pid'), redis: pidIn('redis.pid') }
}
