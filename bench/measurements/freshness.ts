import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { redisUrl } from '../../src/private-servers/redis.ts'
import type { Bench } from '../bench.types.ts'
import { onAllCores } from '../cores.ts'
import type { Finding } from '../findings.ts'
import { freePort } from '../free-port.ts'
import { percentile } from '../open-loop.ts'
import { get, inTurn, membersOf, post } from '../readers.ts'
import { ended, projectRoot } from '../site.ts'

const FIRST_WRITER = 221
const GIVEN_UP_MS = 5_000
const READY_WITHIN_MS = 20_000
/** How often readers of the list come. */
const COMES_EACH_MS = 4

/** Posts that are written in one web process, and how long readers of the list in another are shown the page of before. */
export async function measureFreshness(bench: Bench): Promise<Finding[]> {
  const { site, quick } = bench
  const second = await startSecond(bench)
  try {
    const writer = inTurn(await membersOf(site.url, 10, FIRST_WRITER))
    const reader = inTurn(bench.guests)
    const ages: number[] = []
    for (let round = 0; round < (quick ? 10 : 100); round += 1) {
      const [here, there] = round % 2 === 0 ? [site.url, second.url] : [second.url, site.url]
      const title = `소식 ${randomBytes(6).toString('hex')}`
      // So that there is a page of before.
      for (let times = 0; times < 2; times += 1) await look(there, reader().headers)
      await write(here, post('/free/write', writer(), { title, body: '본문' }))
      const written = performance.now()
      while (!(await look(there, reader().headers)).includes(title) && performance.now() < written + GIVEN_UP_MS) await sleep(COMES_EACH_MS)
      ages.push(performance.now() - written)
    }
    const goal = quick ? {} : { goal: { atMost: 1_000 } }
    const note = `of ${ages.length}, median ${percentile(ages, 0.5).toFixed(0)} ms; until the new page is there`
    return [{ name: 'a write in another process’s kept page, p99', figure: percentile(ages, 0.99), unit: 'ms', ...goal, note }]
  } finally {
    await second.stop()
  }
}

async function look(url: string, headers: Record<string, string>): Promise<string> {
  const { path = '/' } = get('/free', { headers })
  return (await fetch(url + path, { headers })).text()
}

async function write(url: string, { path = '/', method = 'POST', headers = {}, body }: ReturnType<typeof post>): Promise<void> {
  const answer = await fetch(url + path, { method, headers, body: String(body), redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
}

/** As on a second node: one more web process on the same database and Redis. */
async function startSecond({ site }: Bench) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), VAR_DIR: site.varDir, DATABASE_URL: site.databaseUrl, REDIS_URL: redisUrl(site.varDir) }
  const [command, args] = onAllCores(process.execPath, ['src/server.ts'])
  const env = { ...process.env, BASE_URL: '', HOST: '127.0.0.1', TRUST_PROXY: 'loopback', ...settings }
  const child = spawn(command, args, { cwd: projectRoot, env, stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => child.kill())
  const until = performance.now() + READY_WITHIN_MS
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (performance.now() > until || child.exitCode !== null) throw new Error('the second web process did not start')
    await sleep(50)
  }
  return { url, stop: () => ended(child, 'SIGTERM') }
}
