import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { createLog } from '../../src/lib/log.ts'
import { openContext } from '../../src/open-context.ts'
import { testClock } from './clock.ts'

/** One web process of several: a child of the test, which tells it what time it is. */
const { TEST_CONFIG = '{}', TEST_NOW } = process.env
const clock = testClock(TEST_NOW)
const log = createLog(process.env['TEST_LOG'] ?? 'silent', 'web')
const ctx = await openContext(readConfig(JSON.parse(TEST_CONFIG) as Record<string, string>), 'web', { clock, log })
const server = createServer(createApp(ctx))

process.on('message', (message: { now?: string; end?: true }) => {
  if (message.now !== undefined) {
    clock.set(message.now)
    process.send?.({ now: message.now })
  }
  if (message.end) void end()
})
process.on('disconnect', () => process.exit(0))

async function end(): Promise<void> {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await ctx.close()
  process.exit(0)
}

// A site says that it is ready when its Redis is; who asks before is told that it is busy.
while (!ctx.redis.isReady) await new Promise((wait) => setTimeout(wait, 5))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
