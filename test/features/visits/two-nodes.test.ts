import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { suspectBots } from '../../../src/features/visits/visits.jobs.ts'
import { type OpenContext, openContext } from '../../../src/open-context.ts'
import { type DatabaseLine, openDatabaseLine } from '../../support/database-line.ts'
import { untilReady, useSite } from '../../support/site.ts'
import { browserAt, settled } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
let line: DatabaseLine
let ctx: OpenContext
let server: Server
let slowNode: string

beforeEach(async () => {
  line = await openDatabaseLine(site.ctx.config.databaseUrl ?? '')
  ctx = await openContext({ ...site.ctx.config, databaseUrl: line.url }, 'test', { clock: site.clock, log: site.ctx.log })
  await untilReady(ctx)
  server = createServer(createApp(ctx)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  slowNode = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await ctx.close()
  await line.close()
})

// A month of their own for each: nodes remember the keys of days.
test.each([
  [true, '2026-11'],
  [false, '2026-12'],
] as const)(
  'a reader is a person by a file that another node wrote down before their page (with cookies: %s)',
  async (keepCookies, month) => {
    site.clock.set(`${month}-23T03:00:00.000Z`)
    const browser = browserAt(site.url, '203.0.113.1', { keepCookies })
    await browser.get('/terms')
    await browser.request('/day.svg')
    await browser.request(`${slowNode}/terms`)
    await settled(site)
    // The next day: their cookie is no longer the one that a page has just given.
    site.clock.set(`${month}-24T03:00:00.000Z`)
    await browser.request(`${slowNode}/terms`)
    line.cut()
    await browser.request(`${slowNode}/privacy`)
    await browser.request('/day.svg')
    await sleep(400)
    line.mend()
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 2 })
    site.clock.advance(31 * 60_000)
    await suspectBots(site.ctx)
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 2 })
  },
)
