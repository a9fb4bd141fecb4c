import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HttpError } from '../../../src/lib/http/errors.ts'
import { createStorage } from '../../../src/lib/storage/create-storage.ts'
import type { Storage } from '../../../src/lib/storage/storage.ts'
import { type Bucket, openBucket } from '../../support/bucket.ts'

let varDir: string
let bucket: Bucket
let strict: Bucket

beforeAll(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'madang-storage-'))
  bucket = await openBucket()
  strict = await openBucket({ strict: true })
})

afterAll(async () => {
  await bucket.close()
  await strict.close()
  await rm(varDir, { recursive: true, force: true })
})

const kinds: [string, () => Promise<Storage>][] = [
  ['a folder', () => createStorage({ storageUrl: null, varDir })],
  ['a bucket', () => createStorage({ storageUrl: bucket.url(), varDir })],
]
const read = async (storage: Storage, key: string, range?: { start: number; end: number }) =>
  (await buffer(await storage.read(key, range))).toString()
const older = async (storage: Storage, before: number) => {
  const names: string[] = []
  for await (const name of storage.listOlderThan(new Date(before))) names.push(name)
  return names.sort()
}

describe.each(kinds)('what both kinds of storage promise: %s', (_name, open) => {
  test('what was put can be read, whole and in part, until it is removed', async () => {
    const storage = await open()
    await storage.put('ab/abc.webp', Buffer.from('마당 0123456789'))
    expect(await storage.size('ab/abc.webp')).toBe(17)
    expect(await read(storage, 'ab/abc.webp')).toBe('마당 0123456789')
    expect(await read(storage, 'ab/abc.webp', { start: 7, end: 9 })).toBe('012')
    expect(await read(storage, 'ab/abc.webp', { start: 16, end: 16 })).toBe('9')
    await storage.remove('ab/abc.webp')
    await storage.remove('ab/abc.webp')
  })

  test('a file that lies on disk is taken in, byte for byte, and stays there', async () => {
    const storage = await open()
    const path = join(varDir, 'sent')
    const data = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7_919) % 251))
    await writeFile(path, data)
    await storage.putFile('parts/x/0.a', path)
    expect((await stat(path)).size).toBe(data.length)
    expect(await storage.size('parts/x/0.a')).toBe(data.length)
    expect((await buffer(await storage.read('parts/x/0.a'))).equals(data)).toBe(true)
    await storage.remove('parts/x/0.a')
  })

  test('putting again replaces the whole, and at once one of the two', async () => {
    const storage = await open()
    await storage.put('a', Buffer.from('long before'))
    await Promise.all([storage.put('a', Buffer.from('x')), storage.put('a', Buffer.from('y'))])
    expect(['x', 'y']).toContain(await read(storage, 'a'))
    await storage.remove('a')
  })

  test('what is not there is told in the same words', async () => {
    const storage = await open()
    await expect(storage.read('ab/none')).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(storage.size('ab/none')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('the sweeper sees what is older, however much there is', async () => {
    const storage = await open()
    const keys = Array.from({ length: 12 }, (_, index) => `${index % 3}a/${index}`).sort()
    for (const key of keys) await storage.put(key, Buffer.from('1'))
    expect(await older(storage, Date.now() + 60_000)).toEqual(keys)
    expect(await older(storage, Date.now() - 60_000)).toEqual([])
    for (const key of keys) await storage.remove(key)
    expect(await older(storage, Date.now() + 60_000)).toEqual([])
  })
})

describe('a bucket', () => {
  test('is asked with a signature that holds; a wrong secret is a storage that is away, and no secret is told', async () => {
    const right = await createStorage({ storageUrl: strict.url(), varDir })
    await right.put('ab/한글.webp', Buffer.from('마당'))
    expect(await read(right, 'ab/한글.webp', { start: 0, end: 2 })).toBe('마')
    const wrong = await createStorage({ storageUrl: strict.url('hunter2'), varDir })
    const refused = await wrong.put('a', Buffer.from('x')).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(HttpError)
    expect(refused).toMatchObject({ status: 503 })
    expect(String((refused as Error).message)).not.toContain('hunter2')
  })

  test('that is away is a 503, and soon', async () => {
    const away = await createStorage({ storageUrl: 's3+http://a:b@127.0.0.1:9/madang', varDir })
    const before = performance.now()
    await expect(away.size('a')).rejects.toMatchObject({ status: 503 })
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})
