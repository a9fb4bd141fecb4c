import { chmodSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The system account under which a private server runs; null: the one that runs us. */
export interface ServerAccount {
  name: string
  uid: number
  gid: number
}

const isRoot = () => process.getuid?.() === 0

/**
 * Run by root, a server gets the account that its package made, and sees nothing else of the machine. Where that account
 * cannot reach the folder (a clone under /root), it runs as root: opening up the folders above would change what is not
 * ours, and data kept elsewhere would miss the backup of VAR_DIR.
 */
export function serverAccount(name: string, folder: string): ServerAccount | null {
  if (!isRoot()) return null
  const account = findAccount(name)
  return account && reaches(account, dirname(folder)) ? account : null
}

function findAccount(name: string): ServerAccount | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null
  } catch {
    return null
  }
}

function reaches(account: ServerAccount, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return (mode & bit) !== 0 && (folder === '/' || reaches(account, dirname(folder)))
}

/** Only that account (and root) looks inside: the server's accounts have no password, this folder is their door. */
export function makePrivateFolder(folder: string, account: ServerAccount | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = { uid: account?.uid ?? process.getuid?.() ?? 0, gid: account?.gid ?? process.getgid?.() ?? 0 }
  const found = lstatSync(folder)
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder`)
  if (isRoot() && found.uid !== owner.uid) giveTo(folder, owner)
  chmodSync(folder, 0o700)
}

/** The site was moved to where another account runs its servers. */
function giveTo(path: string, owner: { uid: number; gid: number }): void {
  const found = lstatSync(path)
  lchownSync(path, owner.uid, owner.gid)
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner)
}
