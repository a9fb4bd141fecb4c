import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, say } from './run.mjs'

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** npm writes node_modules/.package-lock.json last, so a killed install counts as none. */
export function npmPackagesAreMissing(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  let present
  try {
    present = packagesOf(join(root, 'node_modules/.package-lock.json'))
  } catch {
    return true
  }
  const differs = ([path, entry]) => {
    const found = present[path]
    // npm leaves out optional packages that are for other systems.
    return found ? found.version !== entry.version || found.integrity !== entry.integrity : !entry.optional && !entry.devOptional
  }
  const lacking = Object.entries(wanted).some(([path, entry]) => path !== '' && differs([path, entry]))
  return lacking || Object.keys(present).some((path) => !(path in wanted))
}

export function nodeIsMissing(root) {
  try {
    accessSync(join(root, 'node_modules/.bin/node'), constants.X_OK)
    return false
  } catch {
    return true
  }
}

export async function bringNpmPackages(root) {
  say('bringing the npm packages that package-lock.json names (npm ci) …')
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { minutes: 10, cwd: root })
}

/** Install scripts stay off for every package but this one: it fetches the Node that the site runs on. */
export async function bringNode(root) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8'))
  say(`bringing Node ${version}, on which the site runs (yours stays ${process.version}) …`)
  await run('npm', ['rebuild', 'node', '--ignore-scripts=false'], { minutes: 5, cwd: root })
}
