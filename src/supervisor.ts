import { readConfigOrExit } from './config/read-or-exit.ts'
import { lockFolder } from './lib/process/folder-lock.ts'
import { whyPortIsNotFree } from './supervisor/free-port.ts'
import { endSurvivor } from './supervisor/node-child.ts'
import { runSite } from './supervisor/run-site.ts'
import { toldToStop } from './supervisor/told-to-stop.ts'

/** `npm start`: the private servers, the schema, the web and the worker, kept running until told to stop. */
// Whoever read our lines may be gone; the site stays.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
const config = readConfigOrExit(console.error)

const lock = lockFolder(config.varDir, 'the site')
if ('heldBy' in lock)
  giveUp(`${config.varDir} is in use by ${lock.heldBy.what} (process ${lock.heldBy.pid}). Another site needs another VAR_DIR and PORT.`)
process.on('exit', lock.release)

await Promise.all((['web', 'worker'] as const).map((name) => endSurvivor({ varDir: config.varDir, name })))
const taken = await whyPortIsNotFree(config.port, config.host)
if (taken !== null) giveUp(taken)

try {
  await runSite(config, toldToStop())
  process.exit(0)
} catch (error) {
  giveUp((error as Error).message)
}

function giveUp(line: string): never {
  console.error(line)
  process.exit(1)
}
