import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepingCompiledCode } from '../../src/lib/process/compiled-code.ts'
import { mariadbUrl } from '../../src/private-servers/mariadb.ts'
import { redisUrl } from '../../src/private-servers/redis.ts'
import { frugalMalloc, frugalNode } from '../../src/supervisor/frugal-node.ts'
import type { Bench } from '../bench.types.ts'
import { onAllCores } from '../cores.ts'
import { type Finding, median } from '../findings.ts'
import { freePort } from '../free-port.ts'
import { ended, projectRoot } from '../site.ts'

const READY_WITHIN_MS = 120_000
const EVERY_MS = 10
const privateServers = { DATABASE_URL: '', REDIS_URL: '' }

/** From the command until a reader has the whole front page. A small site of its own, on all cores: nobody starts one with half a machine. */
export async function measureStart({ quick }: Pick<Bench, 'quick'>): Promise<Finding[]> {
  const varDir = mkdtempSync(join(tmpdir(), 'madang-start-'))
  // So that the servers may run under their own accounts, as they do in a site.
  chmodSync(varDir, 0o711)
  const npmStart = () => startUntilPage('npm', ['start'], { VAR_DIR: varDir, ...privateServers })
  try {
    // Makes the database too, and leaves compiled code behind.
    const first = await npmStart()
    await ended(first.child, 'SIGTERM')
    const again: number[] = []
    const alone: number[] = []
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      const site = await npmStart()
      again.push(site.seconds)
      alone.push(await webAlone(varDir))
      await ended(site.child, 'SIGTERM')
    }
    const goal = (atMost: number) => (quick ? {} : { goal: { atMost } })
    return [
      { name: 'npm start in an empty folder until the first page', figure: first.seconds, unit: 's' },
      { name: 'npm start until the first page', figure: median(again), unit: 's', ...goal(3) },
      { name: 'web process alone until its first page', figure: median(alone), unit: 's', ...goal(1.5) },
    ]
  } finally {
    rmSync(varDir, { recursive: true, force: true })
  }
}

/** Beside the site, on its servers: as one more web process of it would start. */
async function webAlone(varDir: string): Promise<number> {
  const { child, seconds } = await startUntilPage(process.execPath, [...frugalNode('web'), 'src/server.ts'], {
    ...keepingCompiledCode,
    ...frugalMalloc,
    VAR_DIR: join(varDir, 'alone'),
    DATABASE_URL: mariadbUrl(varDir),
    REDIS_URL: redisUrl(varDir),
  })
  await ended(child, 'SIGTERM')
  return seconds
}

interface Started {
  child: ChildProcess
  seconds: number
}

async function startUntilPage(program: string, words: readonly string[], env: Record<string, string>): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const [command, args] = onAllCores(program, words)
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, HOST: '127.0.0.1', BASE_URL: '', ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  process.once('exit', () => child.kill('SIGTERM'))
  while (performance.now() - began < READY_WITHIN_MS && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (answer?.ok && (await answer.text()).includes('</html>')) return { child, seconds: (performance.now() - began) / 1_000 }
    await sleep(EVERY_MS)
  }
  child.kill('SIGTERM')
  throw new Error(`${program} ${words.join(' ')} showed no page`)
}
