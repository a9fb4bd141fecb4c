import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../../lib/log.ts'
import { lockFolder } from '../../lib/process/folder-lock.ts'
import { type Entry, entryOf, lineOf } from './visit-line.types.ts'

/** Files of visits, a line each. A process has a folder of its own, under a lock that dies with it. */

const ENDING = '.jsonl'

export interface StoredSegment {
  /** Its name: whoever writes it to the database after a kill does so under the same mark. */
  mark: string
  path: string
  bytes: number
}

/** A file that is being filled. Its methods throw when the disk takes no more. */
export interface OpenSegment extends StoredSegment {
  append(entry: Entry): void
  close(): void
}

export interface SegmentFolder {
  /** @throws when the disk takes nothing */
  open(): OpenSegment
  /** What processes left that are no more, the oldest first. It is ours from now on. */
  adopt(): Promise<StoredSegment[]>
  close(): void
}

export function segmentFolder(varDir: string, log: Logger): SegmentFolder {
  const root = join(varDir, 'visits')
  const folder = join(root, randomUUID())
  const locks = new Map<string, () => void>()

  function claim(path: string): boolean {
    if (locks.has(path)) return false
    const lock = lockFolder(path, 'visits')
    if ('release' in lock) locks.set(path, lock.release)
    return 'release' in lock
  }

  async function leftIn(path: string): Promise<StoredSegment[]> {
    if (!claim(path)) return []
    const names = (await readdir(path)).filter((name) => name.endsWith(ENDING))
    if (names.length === 0) {
      locks.delete(path)
      await rm(path, { recursive: true, force: true })
    }
    const files = await Promise.all(names.map(async (name) => ({ path: join(path, name), ...(await stat(join(path, name))) })))
    return files
      .sort((one, other) => one.mtimeMs - other.mtimeMs)
      .map((file) => ({ mark: file.path.slice(path.length + 1, -ENDING.length), path: file.path, bytes: file.size }))
  }

  return {
    open() {
      mkdirSync(root, { recursive: true, mode: 0o700 })
      claim(folder)
      return openSegment(folder)
    },
    async adopt() {
      const left: StoredSegment[] = []
      for (const name of await readdir(root).catch(() => [])) {
        const path = join(root, name)
        if (path === folder) continue
        left.push(
          ...(await leftIn(path).catch((error: unknown) => {
            log.warn({ err: error, path }, 'visits that another process left are out of reach')
            return []
          })),
        )
      }
      return left
    },
    close() {
      for (const release of locks.values()) release()
    },
  }
}

function openSegment(folder: string): OpenSegment {
  const mark = randomUUID()
  const path = join(folder, `${mark}${ENDING}`)
  const file = openSync(path, 'ax', 0o600)
  return {
    mark,
    path,
    bytes: 0,
    append(entry) {
      const line = lineOf(entry)
      writeSync(file, line)
      this.bytes += line.length
    },
    close: () => closeSync(file),
  }
}

export async function readSegment({ path }: StoredSegment, log: Logger): Promise<Entry[]> {
  const entries = (await readFile(path, 'utf8')).split('\n').filter(Boolean).map(entryOf)
  const torn = entries.filter((entry) => entry === null).length
  if (torn > 0) log.warn({ path, torn }, 'visits that were not written to their end')
  return entries.filter((entry) => entry !== null)
}

export const dropSegment = ({ path }: StoredSegment): Promise<void> => rm(path, { force: true })
