import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { isAlive } from '../../src/lib/process/process-identity.ts'
import { mariadbUrl, startMariadb } from '../../src/private-servers/mariadb.ts'
import { aFreePort, aVarDir, clearAway, isReady, parts, pidOf, type RunningSite, startSite, untilReady, untilTrue } from './running-site.ts'

let varDirs: string[] = []
let sites: RunningSite[] = []
afterEach(async () => {
  await clearAway(varDirs, sites)
  varDirs = []
  sites = []
})

function anEmptyVarDir(): string {
  const dir = aVarDir()
  varDirs.push(dir)
  return dir
}

function start(varDir: string, port: number, env: Record<string, string> = {}): RunningSite {
  const site = startSite(varDir, port, env)
  sites.push(site)
  return site
}

const aSite = async () => start(anEmptyVarDir(), await aFreePort())

describe('starting', () => {
  test('two sites side by side run at once; each says where it is, where its data are and where mail goes', async () => {
    const [one, other] = [await aSite(), await aSite()]
    await Promise.all([untilReady(one), untilReady(other)])
    await untilTrue(() => one.output().includes('/mail'), 2_000, one.output)
    for (const said of [one.address, `Data is in ${one.varDir}`, `${one.varDir}/logs`, `${one.varDir}/mail`])
      expect(one.output()).toContain(said)
    expect(readdirSync(join(one.varDir, 'logs')).sort()).toEqual(['mariadb.log', 'redis.log', 'web.log', 'worker.log'])
    const second = start(one.varDir, await aFreePort())
    expect(await second.status).toBe(1)
    expect(second.output()).toMatch(/^.* is in use by the site \(process \d+\)\..*\n$/)
    one.signal('SIGTERM')
    other.signal('SIGINT')
    expect(await Promise.all([one.status, other.status])).toEqual([0, 0])
  })

  test('a taken port is one clear line and status 1, and nothing was started', async () => {
    const port = await aFreePort()
    const occupant = createServer().listen(port, '127.0.0.1')
    const site = start(anEmptyVarDir(), port)
    expect(await site.status).toBe(1)
    expect(site.output()).toMatch(new RegExp(`^Port ${port} is taken.*\n$`))
    expect(existsSync(join(site.varDir, 'mysql'))).toBe(false)
    occupant.close()
  })

  test('wrong settings are a line each and status 1', async () => {
    const site = start(anEmptyVarDir(), 0, { LOG_LEVEL: 'loud' })
    expect(await site.status).toBe(1)
    expect(site.output()).toMatch(/^PORT is "0", but must be .*\nLOG_LEVEL is "loud", but must be .*\n$/)
  })

  test('with a database of its own that is away the site opens, says so, and is ready once it is there', async () => {
    const elsewhere = anEmptyVarDir()
    const site = start(anEmptyVarDir(), await aFreePort(), { DATABASE_URL: mariadbUrl(elsewhere) })
    await untilTrue(async () => (await fetch(`${site.address}/readyz`).catch(() => null))?.status === 503, 15_000, site.output)
    expect(site.output()).toContain('The database does not answer')
    await startMariadb(elsewhere, { durable: false })
    await untilReady(site, 5_000)
  })
})

describe('kill -9', { timeout: 60_000 }, () => {
  test('web, worker, MariaDB and Redis each come back by themselves within five seconds', async () => {
    const site = await aSite()
    await untilReady(site)
    for (const part of parts) {
      const before = pidOf(site.varDir, part) ?? 0
      process.kill(before, 'SIGKILL')
      const isBack = async () => pidOf(site.varDir, part) !== before && isAlive(pidOf(site.varDir, part) ?? 0) && (await isReady(site))
      expect(await untilTrue(isBack, 6_000, () => `${part} back; ${site.output()}`), part).toBeLessThan(5_000)
    }
    site.signal('SIGTERM')
    expect(await site.status).toBe(0)
  })

  test('of the supervisor: web and worker end by themselves, and the next start takes the servers over', async () => {
    const killed = await aSite()
    await untilReady(killed)
    const [web, worker, mysql] = [pidOf(killed.varDir, 'web'), pidOf(killed.varDir, 'worker'), pidOf(killed.varDir, 'mysql')]
    killed.signal('SIGKILL')
    await killed.status
    const next = start(killed.varDir, killed.port)
    await untilReady(next)
    expect([web, worker].map((pid) => isAlive(pid ?? 0))).toEqual([false, false])
    expect(pidOf(next.varDir, 'mysql')).toBe(mysql)
    next.signal('SIGTERM')
    expect(await next.status).toBe(0)
    expect(isAlive(mysql ?? 0)).toBe(false)
  })

  test('of everything at once: the next start works', async () => {
    const site = await aSite()
    await untilReady(site)
    site.signal('SIGKILL')
    for (const part of parts) process.kill(pidOf(site.varDir, part) ?? 0, 'SIGKILL')
    await site.status
    const next = start(site.varDir, site.port)
    await untilReady(next)
    next.signal('SIGTERM')
    expect(await next.status).toBe(0)
  })
})

describe('SIGTERM', { timeout: 60_000 }, () => {
  test('while twenty readers load pages, none of their requests fails; then all is stopped, with status 0', async () => {
    const site = await aSite()
    await untilReady(site)
    const pids = parts.map((part) => pidOf(site.varDir, part) ?? 0)
    let answered = 0
    const failures: string[] = []
    const reader = async () => {
      for (;;) {
        try {
          await (await fetch(`${site.address}/robots.txt`)).text()
          answered++
        } catch (error) {
          const code = String(((error as Error).cause as { code?: string })?.code ?? error)
          // Nobody listens any more: this request was never taken.
          if (code !== 'ECONNREFUSED') failures.push(code)
          return
        }
      }
    }
    const readers = Array.from({ length: 20 }, reader)
    await sleep(700)
    const began = performance.now()
    site.signal('SIGTERM')
    // Passed on a second time, as npm does with Ctrl-C.
    site.signal('SIGTERM')
    await Promise.all(readers)
    expect(await site.status).toBe(0)
    expect(performance.now() - began).toBeLessThan(12_000)
    expect(failures).toEqual([])
    expect(answered).toBeGreaterThan(50)
    expect(pids.map(isAlive)).toEqual([false, false, false, false])
  })
})
