import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { storageKey } from '../../../src/features/uploads/uploads.paths.ts'
import { listBodyFiles } from '../../../src/features/uploads/uploads.read-models.ts'
import { attachFiles } from '../../../src/features/uploads/uploads.service.ts'
import { keepPicture } from './keep-picture.ts'
import { aFile, aPicture } from './pictures.ts'
import { useYard } from './yard.ts'

const yard = useYard()
const HOUR = 3_600_000
const postOf = async (key: string) => (await yard.ctx.db('files').where({ fileKey: key }).first())?.postId

describe('which post a picture belongs to', () => {
  test('the one whose author put their own picture there', async () => {
    const image = await keepPicture(yard.ctx, yard.mina)
    const postId = await yard.aPost({ author: yard.mina })
    expect(await attachFiles(yard.ctx.db, { postId, ownerId: 1, keys: [image.key] })).toBe(1)
    expect(await postOf(image.key)).toBe(postId)
  })

  test("nobody takes somebody else's picture, nor their own out of another post", async () => {
    const image = await keepPicture(yard.ctx, yard.mina)
    const [first, second, foreign] = [
      await yard.aPost({ author: yard.mina }),
      await yard.aPost({ author: yard.mina }),
      await yard.aPost({ author: yard.other }),
    ]
    expect(await attachFiles(yard.ctx.db, { postId: foreign, ownerId: 2, keys: [image.key] })).toBe(0)
    await attachFiles(yard.ctx.db, { postId: first, ownerId: 1, keys: [image.key] })
    expect(await attachFiles(yard.ctx.db, { postId: second, ownerId: 1, keys: [image.key] })).toBe(0)
    expect(await postOf(image.key)).toBe(first)
    const source = image.markdown
    expect((await listBodyFiles(yard.ctx, { source, ownerId: 2, postId: null })).size).toBe(0)
    expect((await listBodyFiles(yard.ctx, { source, ownerId: 1, postId: second })).size).toBe(0)
    expect((await listBodyFiles(yard.ctx, { source, ownerId: 1, postId: first })).get(image.path)).toMatchObject({ width: 60, height: 40 })
  })

  test('a post that no longer names it lets it go', async () => {
    const image = await keepPicture(yard.ctx, yard.mina)
    const postId = await yard.aPost({ author: yard.mina })
    await attachFiles(yard.ctx.db, { postId, ownerId: 1, keys: [image.key] })
    await attachFiles(yard.ctx.db, { postId, ownerId: 1, keys: [] })
    expect(await postOf(image.key)).toBeNull()
  })
})

describe('the sweeper', () => {
  test('takes pictures that no post wanted for a day, and leaves those in posts and those of today', async () => {
    const [lost, used] = [await keepPicture(yard.ctx, yard.mina), await keepPicture(yard.ctx, yard.mina)]
    await attachFiles(yard.ctx.db, { postId: await yard.aPost({ author: yard.mina }), ownerId: 1, keys: [used.key] })
    expect(await sweepOrphans(yard.ctx)).toMatchObject({ rows: 0, files: 0 })
    yard.clock.advance(25 * HOUR)
    const fresh = await keepPicture(yard.ctx, yard.mina)
    expect((await sweepOrphans(yard.ctx)).rows).toBe(1)
    expect(await postOf(lost.key)).toBeUndefined()
    const left = (await yard.stored()).join()
    expect([left.includes(lost.key), left.includes(used.key), left.includes(fresh.key)]).toEqual([false, true, true])
  })

  test('leaves what a draft of its owner still names, of today or of a version before', async () => {
    const [now, before, foreign] = [
      await keepPicture(yard.ctx, yard.mina),
      await keepPicture(yard.ctx, yard.mina),
      await keepPicture(yard.ctx, yard.mina),
    ]
    const savedAt = yard.clock.now()
    const draft = (memberId: number, letter: string, fields: string) =>
      yard.ctx.db('drafts').insert({
        ...{ memberId, kind: 'post', boardId: yard.boardId, path: '/free/write', sequence: 1, savedAt, createdAt: savedAt },
        ...{ draftKey: Buffer.alloc(16, letter), fields },
      })
    const [draftId] = await draft(1, 'a', JSON.stringify({ body: now.markdown }))
    await yard.ctx.db('draft_versions').insert({ draftId, letters: 1, fields: JSON.stringify({ body: before.markdown }), savedAt })
    await draft(2, 'b', JSON.stringify({ body: foreign.markdown }))
    yard.clock.advance(25 * HOUR)
    expect((await sweepOrphans(yard.ctx)).rows).toBe(1)
    expect((await yard.ctx.db('files').orderBy('id')).map(({ fileKey }) => fileKey)).toEqual([now.key, before.key])
  })

  test('takes files that have no row, as a crash between file and row leaves them, once they are an hour old', async () => {
    const image = await keepPicture(yard.ctx, yard.mina)
    await yard.ctx.db('files').delete()
    await yard.ctx.storage.put('ab/half.part', Buffer.from('x'))
    expect((await sweepOrphans(yard.ctx)).files).toBe(0)
    yard.clock.advance(HOUR + 60_000)
    expect((await sweepOrphans(yard.ctx)).files).toBe(3)
    expect(await yard.stored()).toEqual([])
    expect(image.key).toHaveLength(32)
  })

  test('takes uploads that broke off an hour ago', async () => {
    const folder = join(yard.ctx.config.varDir, 'tmp')
    const [old, recent] = [join(folder, 'old.upload'), join(folder, 'recent.upload')]
    for (const path of [old, recent]) await writeFile(path, 'x')
    const before = new Date(Date.now() - 2 * HOUR)
    await utimes(old, before, before)
    expect((await sweepOrphans(yard.ctx)).temporary).toBe(1)
    expect(await yard.temporary()).toEqual(['recent.upload'])
    await rm(recent)
  })
})

describe('when something breaks', () => {
  test('a disk without room is a 507, and neither row nor half a file stays', async () => {
    const { put } = yard.ctx.storage
    yard.ctx.storage.put = async (key, data) => {
      if (key.includes('thumbnail')) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      await put(key, data)
    }
    const page = await yard.agentOf(yard.mina).post('/uploads', { file: aFile(await aPicture()) }, { 'x-requested-with': 'fetch' })
    yard.ctx.storage.put = put
    expect(page.status).toBe(507)
    expect(await yard.stored()).toEqual([])
    expect(await yard.ctx.db('files')).toEqual([])
    expect((await yard.agentOf(yard.mina).post('/uploads', { file: aFile(await aPicture()) })).status).toBe(201)
  })

  test('a folder that cannot be made is a 503', async () => {
    const image = await keepPicture(yard.ctx, yard.mina)
    const folder = dirname(join(yard.ctx.config.varDir, 'files', storageKey({ fileKey: image.key, kind: 'image' })))
    await rm(join(yard.ctx.config.varDir, 'files'), { recursive: true })
    await writeFile(join(yard.ctx.config.varDir, 'files'), 'in the way')
    const page = await yard.agentOf(yard.mina).post('/uploads', { file: aFile(await aPicture()) }, { 'x-requested-with': 'fetch' })
    await rm(join(yard.ctx.config.varDir, 'files'))
    await mkdir(folder, { recursive: true })
    expect(page.status).toBe(503)
    expect(await yard.ctx.db('files').count({ n: '*' })).toEqual([{ n: 1 }])
  })
})

describe('bodies that break the rules', () => {
  const boundary = 'b'
  const head = (name = 'file', filename = 'x.png') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: image/png\r\n\r\n`
  const malformed: Record<string, string> = {
    empty: '',
    'no end': `${head()}abc`,
    'a header that breaks off': `--${boundary}\r\nContent-Dispo`,
    'NUL in the name': `${head('file', 'x\u0000.png')}abc\r\n--${boundary}--\r\n`,
    'bare line feeds': `${head().replaceAll('\r\n', '\n')}abc\n--${boundary}--\n`,
    'no name': `--${boundary}\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--${boundary}--\r\n`,
    'a nested name': `--${boundary}\r\nContent-Disposition: form-data; name="__proto__[a][b]"\r\n\r\nabc\r\n--${boundary}--\r\n`,
    'a deep name': `--${boundary}\r\nContent-Disposition: form-data; name="a${'[b]'.repeat(30)}"\r\n\r\nabc\r\n--${boundary}--\r\n`,
    'a thousand fields': `${Array.from({ length: 1_000 }, (_, n) => `--${boundary}\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nx\r\n`).join('')}--${boundary}--\r\n`,
    'eleven files': `${`${head()}x\r\n`.repeat(11)}--${boundary}--\r\n`,
  }

  test.each(Object.entries(malformed))('%s: the sender is told, nothing stays', async (_name, body) => {
    const response = await yard.agentOf(yard.mina).request('/uploads', {
      method: 'POST',
      body,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'sec-fetch-site': 'same-origin',
        'x-requested-with': 'fetch',
      },
    })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
    await expect.poll(() => yard.temporary()).toEqual([])
    expect(await yard.stored()).toEqual([])
  })

  test('two hundred senders who go away in the middle leave nothing behind', async () => {
    const { port } = new URL(yard.url)
    const body = `${head()}${'x'.repeat(200_000)}`
    const cutAfter = async (bytes: number) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => undefined)
      await new Promise((done) => socket.once('connect', done))
      const headers = `POST /uploads HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Viewer: 1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 900000\r\n\r\n`
      await new Promise((done) => socket.write((headers + body).slice(0, bytes), done))
      await new Promise((done) => setTimeout(done, 5))
      socket.destroy()
    }
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 20 }, (_, n) => cutAfter(200 + round * 9_973 + n * 4_999)))
    }
    await expect.poll(() => yard.temporary()).toEqual([])
    expect((await yard.agentOf(yard.mina).post('/uploads', { file: aFile(await aPicture()) })).status).toBe(201)
  })
})
