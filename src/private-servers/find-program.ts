import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** Servers live in sbin, which is not on everyone's PATH. */
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/homebrew/sbin']

export function findProgram(...names: string[]): string {
  const paths = names.flatMap((name) => FOLDERS.map((folder) => join(folder, name)))
  const found = paths.find(isExecutable)
  if (!found) throw new Error(`${names[0]} is not installed: run \`node bin/prepare.mjs\``)
  return found
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
