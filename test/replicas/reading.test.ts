import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openReplica } from '../../src/lib/db/replica.ts'
import type { Logger } from '../../src/lib/log.ts'
import { openContext } from '../../src/open-context.ts'
import { createAgent } from '../support/agent.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { useReplicatedSite } from '../support/replicated-site.ts'
import { startWebProcesses } from '../support/web-processes.ts'

const { site, servers, replica, untilUsed } = useReplicatedSite()

async function filled() {
  const { free, notice } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글', tags: ['산책'] })
  return { free, notice, mina }
}

/** Without the frame and the stickers, which its process keeps for five seconds, and what is told of whoever reads: the counter, and that a post was read. */
const beside =
  /from `(settings|menu_items|own_pages|boards|board_\w+|sticker_sets|stickers)`|as `best`|visit|job_marks|post_reads|update.*view_count|^(BEGIN|COMMIT)/i
const ofPages = (statements: string[]) => statements.filter((sql) => !beside.test(sql))
const writes = /^\s*(insert|update|delete|replace|begin|start|commit|create|alter)\b/i

/** Both servers at once. */
async function asked(work: () => Promise<unknown>): Promise<{ primary: string[]; replica: string[] }> {
  let there: string[] = []
  const here = await servers.askedOf(servers.primary, async () => {
    there = await servers.askedOf(servers.replica, work)
  })
  return { primary: ofPages(here), replica: there }
}

/** On a machine that is busy with other things a replica may be late just then, and rightly be left alone: asked again until it was not. */
async function readThere(work: () => Promise<unknown>): ReturnType<typeof asked> {
  for (let tries = 1; ; tries += 1) {
    site.ctx.content.move()
    await untilUsed()
    const statements = await asked(work)
    if (statements.replica.length > 0) return statements
    expect(tries, 'nothing was read from the replica').toBeLessThan(10)
  }
}

/** Nothing is applied until the test ends, or before. */
async function pause(): Promise<void> {
  onTestFinished(servers.goOn)
  await servers.pause()
}

test("guests' pages are read from the replica and ask the primary nothing; a member's ask it who they are", async () => {
  const { mina } = await filled()
  for (const path of [
    '/',
    '/free',
    '/free/1',
    '/search?q=첫',
    '/new',
    '/new?tab=comments',
    '/tags',
    '/tags/산책',
    '/members/미나',
    '/feeds/all.xml',
  ]) {
    const guests = await readThere(async () => expect((await site.visitor().get(path)).status, path).toBe(200))
    expect(guests.primary, path).toEqual([])
    expect(guests.replica.filter((sql) => writes.test(sql))).toEqual([])
    const members = await readThere(async () => {
      mina.agent.cookies.delete('pinned')
      expect((await mina.agent.get(path)).status, path).toBe(200)
    })
    // Opening a post marks it as read: the list that comes next must know.
    expect(mina.agent.cookies.has('pinned'), path).toBe(path === '/free/1')
    expect(members.primary, path).toEqual([expect.stringContaining('from `members` as `m`')])
  }
}, 60_000)

test('what is written goes to the primary alone, and the replica refuses it', async () => {
  const { mina } = await filled()
  await untilUsed()
  const form = await mina.agent.get('/free/write')
  const { replica: there, primary } = await asked(() => mina.agent.submit(form, '#post-form', { title: '둘째 글', body: '본문' }))
  expect(primary.some((sql) => /insert into `posts`/i.test(sql))).toBe(true)
  expect(there).toEqual([])
  await expect(replica().db('settings').delete()).rejects.toThrow(/READ ONLY/i)
})

test('who wrote sees it at once in every process, and others within a second, though the replica has not got it', async () => {
  const { mina } = await filled()
  const [node] = await startWebProcesses(site, 1, new Date().toISOString())
  const there = createAgent(String(node?.url))
  const minaThere = createAgent(String(node?.url))
  try {
    let seenLate = 0
    // On a machine that is busy with other things the replica may be given up before it is asked.
    for (let round = 1; round <= 2 || (seenLate === 0 && round <= 6); round += 1) {
      const title = `소식 ${round}`
      const form = await mina.agent.get('/free/write')
      await untilUsed()
      for (let looks = 0; looks < 6; looks += 1) {
        await there.get(`/free?page=1&round=${round}.${looks}`)
        await sleep(60)
      }
      await pause()
      const page = await mina.agent.submit(form, '#post-form', { title, body: '본문' })
      const acknowledged = performance.now()
      expect(page.status).toBe(200)
      for (const [name, value] of mina.agent.cookies) minaThere.cookies.set(name, value)
      const [own, ownPost, guests, guestsPost] = await Promise.all([
        minaThere.get('/free'),
        minaThere.get(`/free/${round + 1}`),
        there.get('/free'),
        there.get(`/free/${round + 1}`),
      ])
      expect(own.body).toContain(title)
      expect(ownPost.body).toContain(title)
      // A page that isn't there yet is asked for where it was written.
      expect([guestsPost.status, guests.status]).toEqual([200, 200])
      if (!guests.body.includes(title)) seenLate += 1
      await sleep(Math.max(0, 1_000 - (performance.now() - acknowledged)))
      for (const base of [there, site.visitor()]) {
        for (let looks = 0; looks < 3; looks += 1) expect((await base.get('/free')).body).toContain(title)
      }
      await servers.goOn()
    }
    // Else all this was read from the primary, and shows nothing.
    expect(seenLate).toBeGreaterThan(0)
  } finally {
    await node?.kill()
  }
}, 60_000)

test('nothing that was read too early is remembered: a board that got another name has it on every page after a second', async () => {
  const { mina } = await filled()
  const chooser = site.visitor()
  await chooser.post('/preferences', { returnTo: '/free' })
  expect(chooser.cookies.has('pinned')).toBe(true)
  await untilUsed()
  await site.visitor().get('/free')
  await pause()
  await site.ctx.db('boards').where({ slug: 'free' }).update({ nameKo: '열린 방' })
  await site.ctx.memory.forget('boards')
  // Guests read from what lacks it, and have it looked up; whoever is pinned doesn't get it from there.
  await Promise.all([site.visitor().get('/free'), site.visitor().get('/'), site.visitor().get('/new')])
  mina.agent.cookies.set('pinned', '1')
  for (const writer of [mina.agent, chooser]) expect((await writer.get('/free')).text('h1')).toContain('열린 방')
  await sleep(1_000)
  for (const path of ['/free', '/', '/new']) expect((await site.visitor().get(path)).body, path).toContain('열린 방')
})

test('where something is written ten times a second, most is still read from the replica', async () => {
  const { mina, free } = await filled()
  await untilUsed()
  let statements = 0
  const count = ({ sql }: { sql: string }) => {
    if (!/replica_beats/.test(sql)) statements += 1
  }
  replica().db.on('query', count)
  onTestFinished(() => void replica().db.removeListener('query', count))
  const shareRead = async () => {
    const read: boolean[] = []
    const until = performance.now() + 1_500
    while (performance.now() < until) {
      mina.agent.cookies.delete('pinned')
      const before = statements
      expect((await mina.agent.get('/free')).status).toBe(200)
      read.push(statements > before)
      await sleep(20)
    }
    return read.filter(Boolean).length / read.length
  }
  const inPeace = await shareRead()
  const writing = setInterval(() => void site.ctx.db('posts').where({ boardId: free.id }).increment('viewCount', 1).then(), 100)
  const underWrites = await shareRead()
  clearInterval(writing)
  // Of a busy machine's replica too.
  expect(underWrites).toBeGreaterThan(inPeace / 2)
}, 60_000)

test('of several replicas those are read that can be', async () => {
  await filled()
  await untilUsed()
  const { config, log, clock } = site.ctx
  const nobody = servers.replicaUrl.replace('server.sock', 'nobody.sock')
  const ctx = await openContext({ ...config, databaseReplicaUrls: [nobody, servers.replicaUrl, servers.primaryUrl] }, 'test', {
    clock,
    log,
  })
  const server = createServer(createApp(ctx))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    await ctx.close()
  })
  const reader = createAgent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const counts = ctx.replicas.map(({ db }) => {
    const count = { pages: 0 }
    db.on('query', ({ sql }: { sql: string }) => {
      if (!/replica_beats/.test(sql)) count.pages += 1
    })
    return count
  })
  let number = 0
  const areRead = async () => {
    number += 1
    expect((await reader.get(`/free/1?list=${number}`)).status).toBe(200)
    return counts.map(({ pages }) => pages > 0)
  }
  await until(areRead, [false, true, true])
}, 60_000)

/** Asks for pages all the time, as readers do; `done` tells what came. */
function keepReading() {
  const statuses: number[] = []
  const state = { reading: true }
  const reader = (async () => {
    for (let number = 0; state.reading; number += 1) {
      statuses.push((await site.visitor().get(`/free?page=1&reader=${number}`)).status)
      await sleep(20)
    }
  })()
  const done = async () => {
    state.reading = false
    await reader
    return [...new Set(statuses)]
  }
  onTestFinished(async () => void (await done()))
  return done
}

const readiness = async () => {
  const answer = await fetch(`${site.url}/readyz`)
  return [answer.status, ((await answer.json()) as { replicas: string[] }).replicas[0]]
}

/** Until `ask` says so: servers take their time. */
async function until<T>(ask: () => Promise<T> | T, wanted: T, within = 20_000): Promise<void> {
  const end = performance.now() + within
  for (let said = await ask(); JSON.stringify(said) !== JSON.stringify(wanted); said = await ask()) {
    if (performance.now() > end) expect(said).toEqual(wanted)
    await sleep(30)
  }
}

const tooLate = 'warn a replica is too far behind: pages are read from the primary'
const away = 'warn a replica does not answer: pages are read from the primary'
const again = 'info pages are read from the replica again'
const isUsed = () => replica().lacks() !== null

test('a replica that is too late is left alone, and used again once it is not; a stopped one too; readers notice nothing, the log tells once', async () => {
  await filled()
  await untilUsed()
  const lines: string[] = []
  const note = (level: string) => (_fields: object, line?: string) => void lines.push(`${level} ${line}`)
  const log = { ...site.ctx.log, debug() {}, info: note('info'), warn: note('warn') } as unknown as Logger
  const watched = openReplica(servers.replicaUrl, 'replica 1', { primary: site.ctx.db, poolSize: 2, content: site.ctx.content, log })
  const watching = setInterval(() => watched.lacks(), 200)
  onTestFinished(() => {
    clearInterval(watching)
    return watched.close()
  })
  const done = keepReading()

  // Its delays are whole seconds, counted from whole seconds.
  await servers.delay(2)
  await until(isUsed, false)
  await until(readiness, [200, 'behind'])
  const late = await asked(async () => expect((await site.visitor().get('/free?late=1')).status).toBe(200))
  expect(late.primary.length).toBeGreaterThan(0)
  await until(() => lines.at(-1), tooLate)
  await servers.delay(0)
  await until(isUsed, true)
  await until(readiness, [200, 'ok'])
  await until(() => lines.at(-1), again)

  await servers.stopReplica()
  await until(readiness, [200, 'unavailable'])
  await until(() => lines.at(-1), away)
  expect(isUsed()).toBe(false)
  await servers.startReplica()
  await until(isUsed, true)
  await until(() => lines.at(-1), again)

  expect(await done()).toEqual([200])
  expect(lines.filter((line) => line === away)).toHaveLength(1)
}, 120_000)
