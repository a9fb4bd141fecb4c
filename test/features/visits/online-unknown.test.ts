import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { type OpenContext, openContext } from '../../../src/open-context.ts'
import { type Agent, createAgent } from '../../support/agent.ts'
import { firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let ctx: OpenContext
let server: Server
let guest: Agent

/** A process whose Redis is not there. */
beforeEach(async () => {
  await firstBoards(site)
  ctx = await openContext({ ...site.ctx.config, redisUrl: 'redis://127.0.0.1:1' }, 'test', { clock: site.clock, log: site.ctx.log })
  server = createServer(createApp(ctx, { checkTemplates: true })).listen(0, '127.0.0.1')
  await once(server, 'listening')
  guest = createAgent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await ctx.close()
})

test('where nobody knows who is here, no figure is made up: the counter goes on without it', async () => {
  const front = await guest.get('/')
  expect([front.status, front.has('[data-visits=today]'), front.has('.counter__online')]).toEqual([200, true, false])
  const page = await guest.get('/visitors/online')
  expect([page.status, page.text('.empty'), page.has('.tiles')]).toEqual([200, expect.stringContaining('지금은 알 수 없습니다.'), false])
  const figures = JSON.parse((await guest.get('/visitors.json')).body) as object
  expect(figures).toHaveProperty('today')
  expect(figures).not.toHaveProperty('online')
})
