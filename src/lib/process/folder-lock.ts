import { closeSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { startOf } from './process-identity.ts'

export interface LockHolder {
  pid: number
  /** For a person: 'the site', 'madang migrate'. */
  what: string
}

interface Claim extends LockHolder {
  start: string
}

export type FolderLock = { release: () => void } | { heldBy: LockHolder }

/** One process at a time in a folder. A holder that was killed is no obstacle; a live one is named. */
export function lockFolder(folder: string, what: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const path = join(folder, 'lock')
  const claim: Claim = { pid: process.pid, start: startOf(process.pid) ?? 'unknown', what }
  const draft = `${path}.${process.pid}`
  writeWhole(draft, JSON.stringify(claim))
  try {
    for (;;) {
      if (place(draft, path)) return { release: () => release(path, claim) }
      const holder = readClaim(path)
      if (holder && isHeld(holder)) return { heldBy: holder }
      if (holder) removeDead(draft, path)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

export function holderOf(folder: string): LockHolder | null {
  const claim = readClaim(join(folder, 'lock'))
  return claim && isHeld(claim) ? claim : null
}

const isHeld = (claim: Claim) => startOf(claim.pid) === claim.start

/** A link appears whole or not at all, so a lock is never seen half written. */
function place(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Only who has placed `.clearing` removes a dead holder's lock: of two, the later would remove the earlier's new one. */
function removeDead(draft: string, path: string): void {
  const clearing = `${path}.clearing`
  if (place(draft, clearing)) {
    const holder = readClaim(path)
    if (holder && !isHeld(holder)) rmSync(path, { force: true })
    rmSync(clearing, { force: true })
  } else {
    const other = readClaim(clearing)
    if (other && !isHeld(other)) rmSync(clearing, { force: true })
  }
}

function release(path: string, claim: Claim): void {
  if (readClaim(path)?.pid === claim.pid) rmSync(path, { force: true })
}

/** null: none. An unreadable one (a disk that was full) counts as a dead holder's. */
function readClaim(path: string): Claim | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return null
  }
  try {
    return JSON.parse(text) as Claim
  } catch {
    return { pid: 0, start: 'never', what: 'nobody' }
  }
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600)
  writeSync(file, text)
  closeSync(file)
}
