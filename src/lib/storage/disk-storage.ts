import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises'
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
    put: (key, data) => placed(placeOf(key), (temporary) => writeFile(temporary, data, { flag: 'wx' })),
    putFile: (key, path) => placed(placeOf(key), (temporary) => copyFile(path, temporary, constants.COPYFILE_EXCL)),
    size: async (key) => (await stat(placeOf(key))).size,
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

async function placed(place: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  const temporary = `${place}.${randomUUID().slice(0, 8)}.part`
  try {
    await fill(temporary)
    await keep(temporary)
    await rename(temporary, place)
    await keep(dirname(place))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** What was written survives a power cut. A file's name is a line in its folder, which wants this too. */
async function keep(path: string): Promise<void> {
  const handle = await open(path, 'r')
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
