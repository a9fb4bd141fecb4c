import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import type { Storage } from './storage.ts'

/** Files under one folder: temp → fsync → rename, so that a name only ever stands for a whole file. */
export function createDiskStorage(root: string): Storage {
  const placeOf = (key: string): string => {
    const place = resolve(root, key)
    if (!place.startsWith(resolve(root) + sep)) throw new Error('a storage key that leaves the storage')
    return place
  }
  return {
    async put(key, data) {
      const place = placeOf(key)
      await mkdir(dirname(place), { recursive: true })
      const temporary = `${place}.${randomUUID().slice(0, 8)}.part`
      try {
        const file = await open(temporary, 'wx')
        try {
          await file.writeFile(data)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(temporary, place)
        await keepName(dirname(place))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    read: (key, range) => openedStream(createReadStream(placeOf(key), range)),
    remove: (key) => rm(placeOf(key), { force: true }),
    async *listOlderThan(before) {
      const folder = await opendir(root, { recursive: true }).catch(unlessMissing)
      for await (const entry of folder ?? []) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const facts = await stat(path).catch(() => null)
        if (facts && facts.mtime < before) yield relative(root, path).split(sep).join('/')
      }
    },
  }
}

/** A file's name is a line in its folder, which wants its own fsync to survive a power cut. */
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function unlessMissing(error: unknown): null {
  if ((error as { code?: unknown }).code === 'ENOENT') return null
  throw error
}

const openedStream = (stream: Readable): Promise<Readable> =>
  new Promise((done, fail) => {
    stream.once('open', () => done(stream))
    stream.once('error', fail)
  })
