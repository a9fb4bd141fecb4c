import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { openContext } from '../../src/open-context.ts'
import { createAgent } from '../support/agent.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'
import { startWebProcesses } from '../support/web-processes.ts'

const site = useSite()

test('what is written in one process is seen in what another has kept, within a second', async () => {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글' })
  const [node] = await startWebProcesses(site, 1, new Date().toISOString())
  const there = createAgent(String(node?.url))
  try {
    for (let round = 1; round <= 10; round += 1) {
      await there.get('/free')
      await there.get('/free')
      await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: `소식 ${round}`, body: '본문' })
      const until = performance.now() + 1_000
      while (performance.now() < until && !(await there.get('/free')).body.includes(`소식 ${round}`)) await sleep(20)
      expect((await there.get('/free')).body).toContain(`소식 ${round}`)
    }
  } finally {
    await node?.kill()
  }
}, 60_000)

test('a message that gets lost is made up for within a second', async () => {
  const silent = openDatabase(String(site.ctx.config.databaseUrl))
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글' })
  const [node] = await startWebProcesses(site, 1, new Date().toISOString())
  const there = createAgent(String(node?.url))
  try {
    await there.get('/free')
    await silent('posts').update({ title: '고요한 변화' })
    await site.ctx.redis.incr('content:stamp')
    const until = performance.now() + 1_000
    while (performance.now() < until && !(await there.get('/free')).body.includes('고요한 변화')) await sleep(20)
    expect((await there.get('/free')).body).toContain('고요한 변화')
  } finally {
    await silent.destroy()
    await node?.kill()
  }
})

test('while Redis is away no page is older than a second', async () => {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글' })
  const alone = await openContext({ ...site.ctx.config, redisUrl: `unix://${site.ctx.config.varDir}/nobody.sock` }, 'test', {
    clock: site.clock,
    log: site.ctx.log,
  })
  const server = createServer(createApp(alone))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const there = createAgent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    await there.get('/free')
    await aPost(site, free, mina, { title: '둘째 글' })
    await sleep(1_000)
    expect((await there.get('/free')).body).toContain('둘째 글')
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await alone.close()
  }
})
