/**
 * Brings what `npm start` and `npm test` need and is missing: the npm packages, Node 24, MariaDB, Redis and, with
 * `--for-tests`, a browser with a Korean font. Built-ins only, on any Node from 18: it runs before anything else exists.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeLeftPolicy } from './prepare/apt.mjs'
import { bringPrograms } from './prepare/bring-programs.mjs'
import { withLock } from './prepare/lock.mjs'
import { bringNode, bringNpmPackages, nodeIsMissing, npmPackagesAreMissing } from './prepare/npm-packages.mjs'
import { missingPrograms } from './prepare/programs.mjs'
import { Unprepared } from './prepare/run.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const forTests = process.argv.includes('--for-tests')

const somethingIsMissing = () => npmPackagesAreMissing(root) || nodeIsMissing(root) || missingPrograms(root, forTests).length > 0

async function bringWhatIsMissing() {
  if (npmPackagesAreMissing(root)) await bringNpmPackages(root)
  if (nodeIsMissing(root)) await bringNode(root)
  const programs = missingPrograms(root, forTests)
  if (programs.length > 0) await bringPrograms(root, programs)
}

try {
  if (!existsSync(join(root, 'package-lock.json'))) throw new Unprepared('package-lock.json is missing: this is not a whole clone.')
  removeLeftPolicy()
  if (somethingIsMissing()) await withLock(join(root, '.prepare.lock'), bringWhatIsMissing)
} catch (error) {
  if (!(error instanceof Unprepared)) throw error
  console.error(`prepare: ${error.message}`)
  process.exitCode = 1
}
