import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDiskStorage } from '../../../src/lib/storage/disk-storage.ts'
import { disposition, fileNameFor } from '../../../src/lib/storage/file-name.ts'
import { whenStorageFails } from '../../../src/lib/storage/storage-faults.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'madang-storage-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('putting again replaces the whole, and leaves no half file beside it', async () => {
  const storage = createDiskStorage(root)
  await storage.put('a', Buffer.from('long before'))
  await Promise.all([storage.put('a', Buffer.from('x')), storage.put('a', Buffer.from('y'))])
  expect(['x', 'y']).toContain((await buffer(await storage.read('a'))).toString())
  expect(await readdir(root)).toEqual(['a'])
})

test('a put that fails leaves nothing', async () => {
  const storage = createDiskStorage(root)
  await mkdir(join(root, 'in-the-way'))
  await expect(storage.put('in-the-way', Buffer.from('x'))).rejects.toThrow()
  expect(await readdir(root)).toEqual(['in-the-way'])
})

test.each(['../x', '/etc/passwd', 'a/../../x', '', '.', `../${'storage-x'}/a`])('the key %j is refused', async (key) => {
  const storage = createDiskStorage(root)
  await writeFile(join(root, '..', 'x-canary'), '')
  await expect(async () => storage.put(key, Buffer.from('x'))).rejects.toThrow('leaves the storage')
  await expect(async () => storage.read(key)).rejects.toThrow('leaves the storage')
  await rm(join(root, '..', 'x-canary'))
})

test('the sweeper sees what is older, in every folder, and nothing where there is no folder', async () => {
  const storage = createDiskStorage(root)
  await storage.put('ab/one', Buffer.from('1'))
  await storage.put('two', Buffer.from('2'))
  const seen = async (before: number, of = storage) => {
    const names: string[] = []
    for await (const name of of.listOlderThan(new Date(before))) names.push(name)
    return names.sort()
  }
  expect(await seen(Date.now() + 60_000)).toEqual(['ab/one', 'two'])
  expect(await seen(Date.now() - 60_000)).toEqual([])
  expect(await seen(Date.now(), createDiskStorage(join(root, 'nowhere')))).toEqual([])
})

test('names of every make become one that a header and a reader can bear', () => {
  const odd = [
    '',
    '.',
    '..',
    '"',
    "'",
    '한글.PNG',
    '👍.gif',
    'a'.repeat(500),
    '\ud800x',
    '%00',
    'x;y=z',
    '\u202etxt.exe',
    `e${'\u0301'.repeat(5_000)}`,
  ]
  for (const given of odd) {
    const name = fileNameFor(given, 'webp')
    expect(name, given).toMatch(/^[^\s."*/:<>?\\|][^"*/:<>?\\|]*\.webp$/u)
    expect(name.length).toBeLessThan(4_000)
    expect(disposition('inline', name)).toMatch(/^inline; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w%.~!$&+^`|-]+$/)
  }
})

test('a full disk is a 507, a broken one a 503, and our own mistakes stay what they are', () => {
  expect(whenStorageFails(Object.assign(new Error(), { code: 'ENOSPC' }))).toMatchObject({ status: 507 })
  expect(whenStorageFails(Object.assign(new Error(), { code: 'EROFS' }))).toMatchObject({ status: 503 })
  const ours = new TypeError('x')
  expect(whenStorageFails(ours)).toBe(ours)
})
