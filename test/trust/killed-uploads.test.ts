import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepOrphans } from '../../src/features/uploads/uploads.jobs.ts'
import { storageKeys } from '../../src/features/uploads/uploads.paths.ts'
import type { FileRow } from '../../src/features/uploads/uploads.types.ts'
import { keepingCompiledCode } from '../../src/lib/process/compiled-code.ts'
import { partsOf } from '../features/uploads/parts.ts'
import { aPicture } from '../features/uploads/pictures.ts'
import { createAgent } from '../support/agent.ts'
import { aBoard, aMember, type Person } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

/** TRUST §3: a crash between file and row, at each point of an upload. */
const site = useSite()

interface Doomed {
  child: ChildProcess
  url: string
  ended: Promise<unknown>
}

async function startDoomed(): Promise<Doomed> {
  const { varDir, databaseUrl, redisUrl, sessionSecret } = site.ctx.config
  const settings = { VAR_DIR: varDir, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, SESSION_SECRET: sessionSecret }
  const child = fork(join(import.meta.dirname, '../support/doomed-process.ts'), {
    env: { ...process.env, ...keepingCompiledCode, TEST_CONFIG: JSON.stringify(settings), TEST_NOW: site.clock.now().toISOString() },
    execArgv: [],
  })
  const ended = once(child, 'exit')
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, url: `http://127.0.0.1:${port}`, ended }
}

/** The member's own browser, at another address of the same site. */
function at(url: string, { agent }: Person) {
  const elsewhere = createAgent(url, { headers: agent.headers })
  for (const [name, value] of agent.cookies) elsewhere.cookies.set(name, value)
  return partsOf(elsewhere)
}

const rows = () => site.ctx.db<FileRow>('files')

async function stored(): Promise<string[]> {
  const names: string[] = []
  for await (const name of site.ctx.storage.listOlderThan(new Date(Date.now() + 86_400_000))) names.push(name)
  return names.sort()
}

test('a process that is killed at any point of an upload leaves no row without its file, and the upload goes on elsewhere to one file', {
  timeout: 300_000,
}, async () => {
  await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, '미나')
  const here = at(site.url, mina)
  const data = await aPicture('png', { width: 60, height: 40 })
  let next = startDoomed()
  let survived = false
  let deaths = 0
  const standings = new Set<string>()
  for (let point = 1; !survived; point += 1) {
    const { child, url, ended } = await next
    next = startDoomed()
    const { body } = await here.begin(`${point}.png`, data.length)
    const key = String(body['uploadKey'])
    child.send(point)
    await once(child, 'message')
    const answer = await at(url, mina)
      .send(key, 0, data)
      .catch(() => null)
    survived = answer !== null && child.exitCode === null && child.signalCode === null
    if (survived) child.kill('SIGKILL')
    else deaths += 1
    await ended
    const there = new Set(await stored())
    for (const row of await rows()) expect(storageKeys(row).filter((name) => !there.has(name))).toEqual([])
    const standing = await here.ask(key)
    standings.add(standing.status === 201 ? 'whole' : standing.body['offset'] === 0 ? 'nothing' : 'part')
    const again =
      standing.status === 201
        ? standing
        : await here.send(key, Number(standing.body['offset']), data.subarray(Number(standing.body['offset'])))
    expect([point, again.status]).toEqual([point, 201])
    expect(await rows()).toHaveLength(point)
  }
  ;(await next).child.kill('SIGKILL')
  // Some died before anything was kept, some with the part, some with the file but before they could say so.
  expect([...standings].sort()).toEqual(['nothing', 'part', 'whole'])
  expect(deaths).toBeGreaterThan(20)
  site.clock.advance(2 * 3_600_000)
  await sweepOrphans(site.ctx)
  expect(await stored()).toEqual((await rows()).flatMap(storageKeys).sort())
})
