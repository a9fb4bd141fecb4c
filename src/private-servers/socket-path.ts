import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder, type ServerAccount } from './server-account.ts'

/** The kernel's limit for the address of a unix socket, less its closing zero: 107 bytes on Linux, 103 on macOS. */
const LONGEST = process.platform === 'linux' ? 107 : 103

const NAME = 'server.sock'

/** In the server's own folder; where VAR_DIR lies too deep, in a short folder that is always the same for that VAR_DIR. */
export const socketPath = (serverFolder: string) => join(socketFolder(serverFolder), NAME)

export function makeSocketFolder(serverFolder: string, account: ServerAccount | null): void {
  const folder = socketFolder(serverFolder)
  if (folder === serverFolder) return
  refuseForeign(folder, account)
  makePrivateFolder(folder, account)
}

function socketFolder(serverFolder: string): string {
  if (Buffer.byteLength(join(serverFolder, NAME)) <= LONGEST) return serverFolder
  const uid = process.getuid?.() ?? 0
  const key = createHash('sha256').update(serverFolder).digest('hex').slice(0, 12)
  return uid === 0 && process.platform === 'linux' ? `/run/madang-${key}` : `/tmp/madang-${uid}-${key}`
}

/** Anyone may make folders in /tmp: one that another made in advance would let them in. */
function refuseForeign(folder: string, account: ServerAccount | null): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  const owners = [process.getuid?.(), account?.uid]
  if (!found.isDirectory() || !owners.includes(found.uid))
    throw new Error(`${folder} belongs to someone else: remove it, or choose a shorter VAR_DIR`)
}
