import { setTimeout as sleep } from 'node:timers/promises'
import { createApp } from './app.ts'
import { readConfig } from './config/config.ts'
import { readEnvironment } from './config/env.ts'
import { createWebServer } from './lib/http/web-server.ts'
import { portOfSupervisor } from './lib/process/held-port.ts'
import { untilTold } from './lib/process/until-told.ts'
import { openContext } from './open-context.ts'
import { prepareFirstRun } from './startup-notice.ts'

const DRAIN_MS = 10_000
const FIRST_RUN_MS = 2_000

/** The web process. It listens even while the servers behind it are away; /readyz tells. */
const config = readConfig(readEnvironment())
const ctx = await openContext(config, 'web')
const told = untilTold(ctx.log)
const web = createWebServer(createApp(ctx))

// Boards before readers; but a database that is away must not keep us from listening.
const prepared = prepareFirstRun(ctx).catch((error: unknown) => ctx.log.error({ err: error }, 'first run'))
await Promise.race([prepared, sleep(FIRST_RUN_MS)])
await web.listen((await portOfSupervisor()) ?? { port: config.port, host: config.host })
ctx.log.info({ host: config.host, port: config.port }, 'listening')
process.send?.({ ready: true })

const status = await told
await web.drain(DRAIN_MS)
await ctx.close()
process.exit(status)
