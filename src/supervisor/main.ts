import type { Config } from '../config/config.ts'
import { readConfigOrExit } from '../config/read-or-exit.ts'
import { lockFolder } from '../lib/process/folder-lock.ts'
import { holdPort } from './held-port.ts'
import { endSurvivors } from './node-child.ts'
import { runSite } from './run-site.ts'
import { toldToStop } from './told-to-stop.ts'

/** `npm start`: the private servers, the schema, the web and the worker, kept running until told to stop. */

// Whoever read our lines may be gone; the site stays.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

try {
  await start(readConfigOrExit(console.error))
  process.exit(0)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const { varDir, port, host } = config
  const lock = lockFolder(varDir, 'the site')
  if ('heldBy' in lock)
    throw new Error(`${varDir} is in use by ${lock.heldBy.what} (process ${lock.heldBy.pid}). Another site needs another VAR_DIR and PORT.`)
  process.on('exit', lock.release)
  const signals = toldToStop()
  await endSurvivors(varDir)
  await runSite(config, await holdPort(port, host), signals)
}
