import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pinned } from './cores.ts'
import { freePort } from './free-port.ts'
import { ended } from './site.ts'

export interface Floors {
  /** Bare Node: `${node}/30000`. */
  node: string
  /** See `floors/express.ts`. */
  express: string
  pids: { node: number; express: number }
  stop(): Promise<void>
}

const READY_WITHIN_MS = 20_000

export async function startFloors(databaseUrl: string): Promise<Floors> {
  const [node, express] = await Promise.all([startFloor('node.ts', databaseUrl), startFloor('express.ts', databaseUrl)])
  return {
    node: node.url,
    express: express.url,
    pids: { node: node.pid, express: express.pid },
    stop: async () => void (await Promise.all([node.stop(), express.stop()])),
  }
}

async function startFloor(file: string, databaseUrl: string) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const [command, args] = pinned(process.execPath, [join(import.meta.dirname, 'floors', file)])
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl }
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => child.kill())
  const until = performance.now() + READY_WITHIN_MS
  while (!(await fetch(`${url}/1`).catch(() => null))) {
    if (performance.now() > until || child.exitCode !== null) throw new Error(`the floor ${file} did not start`)
    await sleep(50)
  }
  return { url, pid: child.pid ?? 0, stop: () => ended(child, 'SIGTERM') }
}
