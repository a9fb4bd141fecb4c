import fs from 'node:fs/promises'
import { flushCompileCache, syncBuiltinESMExports } from 'node:module'

/**
 * A web process that kills itself, with no warning, before its n-th step on the disk or before or after its n-th statement. Steps are counted from
 * when it is told n: a child of the test.
 */
let left = Number.POSITIVE_INFINITY

function step(): void {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

for (const name of ['copyFile', 'mkdir', 'open', 'rename', 'rm', 'writeFile'] as const) {
  const real = fs[name] as (...given: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      step()
      return real(...given)
    },
  })
}
// Whoever imports them by name from now on gets these.
syncBuiltinESMExports()

const { createServer } = await import('node:http')
const { createApp } = await import('../../src/app.ts')
const { readConfig } = await import('../../src/config/config.ts')
const { createLog } = await import('../../src/lib/log.ts')
const { openContext } = await import('../../src/open-context.ts')
const { testClock } = await import('./clock.ts')

const { TEST_CONFIG = '{}', TEST_NOW } = process.env
const ctx = await openContext(readConfig(JSON.parse(TEST_CONFIG) as Record<string, string>), 'web', {
  clock: testClock(TEST_NOW),
  log: createLog('silent', 'web'),
})
ctx.db.on('query', step)
ctx.db.on('query-response', step)
const server = createServer(createApp(ctx))
process.on('message', (dieAt: number) => {
  left = dieAt
  process.send?.('armed')
})
process.on('disconnect', () => process.exit(0))
// A site says that it is ready when its Redis is; who asks before is told that it is busy.
while (!ctx.redis.isReady) await new Promise((wait) => setTimeout(wait, 5))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
// For the next of them: this one is killed.
flushCompileCache()
process.send?.({ port: (server.address() as { port: number }).port })
