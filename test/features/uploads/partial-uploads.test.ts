import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { aPdf } from './other-files.ts'
import { partsOf } from './parts.ts'
import { aPicture } from './pictures.ts'
import { useYard } from './yard.ts'

const yard = useYard()
const HOUR = 3_600_000
const KILOBYTE = 1024
const mine = () => partsOf(yard.agentOf(yard.mina))
/** A document of this many kilobytes. */
const aDocument = (kilobytes: number): Buffer => Buffer.concat([aPdf(), Buffer.alloc(kilobytes * KILOBYTE, 'x')])
const rows = () => yard.ctx.db('files')

describe('a file that comes in parts', () => {
  test('is whole at the end, byte for byte, under its own name', async () => {
    const data = aDocument(300)
    const { status, body } = await mine().begin('보고서.pdf', data.length)
    expect([status, body['offset']]).toEqual([200, 0])
    const first = await mine().send(body['uploadKey'], 0, data.subarray(0, 200 * KILOBYTE))
    expect(first).toMatchObject({ status: 200, body: { offset: 200 * KILOBYTE } })
    expect(await rows()).toEqual([])
    const last = await mine().send(body['uploadKey'], 200 * KILOBYTE, data.subarray(200 * KILOBYTE))
    expect(last).toMatchObject({ status: 201, body: { kind: 'file', name: '보고서.pdf', bytes: data.length } })
    const served = await yard.agentOf(yard.mina).request(String(last.body['path']))
    expect(Buffer.from(await served.arrayBuffer()).equals(data)).toBe(true)
    expect(await yard.stored()).toEqual([`${last.body['key']}.file`])
    expect(await yard.temporary()).toEqual([])
  })

  test('a picture in one part becomes what it becomes by the other door', async () => {
    const data = await aPicture('jpeg', { width: 900, height: 300 })
    const { body } = await mine().begin('바다.jpg', data.length, { type: 'image/jpeg' })
    const { status, body: file } = await mine().send(body['uploadKey'], 0, data)
    expect([status, file['name'], file['width']]).toEqual([201, '바다.webp', 900])
  })

  test('who lost the answer asks again and finds the one file', async () => {
    const data = aDocument(1)
    const { body } = await mine().begin('a.pdf', data.length)
    const sent = await mine().send(body['uploadKey'], 0, data)
    for (const again of [await mine().send(body['uploadKey'], 0, data), await mine().ask(body['uploadKey'])])
      expect(again).toEqual({ status: 201, body: sent.body })
    expect(await rows()).toHaveLength(1)
  })

  test('twenty tries at once for the same end make one file, and nothing else stays', async () => {
    const data = aDocument(80)
    const { body } = await mine().begin('a.pdf', data.length)
    const tries = await Promise.all(Array.from({ length: 20 }, () => mine().send(body['uploadKey'], 0, data)))
    expect(tries.filter(({ status }) => status >= 500)).toEqual([])
    expect(await mine().ask(body['uploadKey'])).toMatchObject({ status: 201 })
    const [file] = await rows()
    expect(await rows()).toHaveLength(1)
    expect(await yard.stored()).toEqual([`${file.fileKey}.file`])
  })

  test('a part for another place than the next is told where that is', async () => {
    const data = aDocument(300)
    const { body } = await mine().begin('a.pdf', data.length)
    await mine().send(body['uploadKey'], 0, data.subarray(0, 100 * KILOBYTE))
    for (const at of [0, 50 * KILOBYTE, 200 * KILOBYTE])
      expect(await mine().send(body['uploadKey'], at, data.subarray(at, at + 10))).toMatchObject({
        status: 409,
        body: { offset: 100 * KILOBYTE },
      })
  })

  test('more than was announced is refused, and what came before stays', async () => {
    const { body } = await mine().begin('a.pdf', 100)
    expect((await mine().send(body['uploadKey'], 0, aDocument(1))).status).toBe(413)
    expect(await mine().ask(body['uploadKey'])).toMatchObject({ status: 200, body: { offset: 0 } })
  })

  test('what is not what its name said is refused at the end, and nothing stays', async () => {
    const data = Buffer.from('<!doctype html><script>1</script>')
    const { body } = await mine().begin('그림.png', data.length, { type: 'image/png' })
    expect((await mine().send(body['uploadKey'], 0, data)).status).toBe(415)
    expect([await rows(), await yard.stored(), await yard.ctx.db('partial_uploads')]).toEqual([[], [], []])
  })
})

/** Says that all of it comes, and goes away after `bytes` of them. */
async function breakOff(key: string, data: Buffer, bytes: number): Promise<void> {
  const socket = connect(Number(new URL(yard.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  const head = `POST /uploads/${key}?at=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Viewer: 1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/octet-stream\r\nContent-Length: ${data.length}\r\n\r\n`
  await new Promise((done) => socket.write(Buffer.concat([Buffer.from(head), data.subarray(0, bytes)]), done))
  await new Promise((done) => setTimeout(done, 50))
  socket.destroy()
}

describe('a line that breaks', () => {
  test('costs nothing of what had come', async () => {
    const data = aDocument(900)
    const { body } = await mine().begin('a.pdf', data.length)
    await breakOff(String(body['uploadKey']), data, 700 * KILOBYTE)
    await expect.poll(async () => Number((await mine().ask(body['uploadKey'])).body['offset'])).toBeGreaterThan(600 * KILOBYTE)
    const at = Number((await mine().ask(body['uploadKey'])).body['offset'])
    const { status, body: file } = await mine().send(body['uploadKey'], at, data.subarray(at))
    expect([status, file['bytes']]).toEqual([201, data.length])
    const served = await yard.agentOf(yard.mina).request(String(file['path']))
    expect(Buffer.from(await served.arrayBuffer()).equals(data)).toBe(true)
    expect(await yard.temporary()).toEqual([])
  })
})

test('two hundred parts that break off anywhere leave no handle open, nothing half, and an upload that goes on', async () => {
  const data = aDocument(900)
  const { body } = await mine().begin('a.pdf', data.length)
  const handles = async () => (await readdir('/proc/self/fd')).length
  const before = await handles()
  for (let round = 0; round < 10; round += 1)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => breakOff(String(body['uploadKey']), data, 100 + round * 997 + index * 2_999)),
    )
  await expect.poll(() => yard.temporary()).toEqual([])
  await expect.poll(handles).toBeLessThan(before + 30)
  const at = Number((await mine().ask(body['uploadKey'])).body['offset'])
  expect(await mine().send(body['uploadKey'], at, data.subarray(at))).toMatchObject({ status: 201, body: { bytes: data.length } })
  await expect.poll(async () => (await yard.stored()).length).toBe(1)
})

describe('what is said before a byte comes', () => {
  test.each([
    ['그림.png', 16 * KILOBYTE * KILOBYTE, {}, 413, '15MB'],
    ['x.exe', 10, {}, 415, 'MP4'],
    ['x.svg.zip.html', 10, {}, 415, 'MP4'],
    ['IMG_0001.HEIC', 10, {}, 415, 'HEIC'],
    ['IMG_0001.HEIC', 10, { type: 'image/heic' }, 415, 'HEIC'],
    ['빈.pdf', 0, {}, 422, '빈 파일'],
    ['a.pdf', 10, { standing: 10 }, 422, '10개'],
  ])('%s of %i bytes is refused in words', async (name, bytes, options, status, words) => {
    const answer = await mine().begin(name, bytes, options)
    expect(answer.status).toBe(status)
    expect(answer.body['error']).toContain(words)
    expect(await yard.ctx.db('partial_uploads')).toEqual([])
  })

  test('a guest is told to log in; others know nothing of a member’s upload', async () => {
    expect((await partsOf(yard.agentOf(guest)).begin('a.pdf', 10)).status).toBe(401)
    const { body } = await mine().begin('a.pdf', 1_000)
    const theirs = partsOf(yard.agentOf(yard.other))
    expect((await theirs.ask(body['uploadKey'])).status).toBe(404)
    expect((await theirs.send(body['uploadKey'], 0, aPdf())).status).toBe(404)
    expect((await theirs.cancel(body['uploadKey'])).status).toBe(404)
    expect((await mine().ask('0'.repeat(32))).status).toBe(404)
  })
})

describe('what is given up', () => {
  test('is gone at once, whether it was whole or not', async () => {
    const data = aDocument(300)
    const [half, whole] = [await mine().begin('a.pdf', data.length), await mine().begin('b.pdf', data.length)]
    await mine().send(half.body['uploadKey'], 0, data.subarray(0, 100 * KILOBYTE))
    await mine().send(whole.body['uploadKey'], 0, data)
    for (const { body } of [half, whole]) expect((await mine().cancel(body['uploadKey'])).status).toBe(200)
    expect([await rows(), await yard.stored(), await yard.ctx.db('partial_uploads')]).toEqual([[], [], []])
  })

  test('without a word goes after a day; what goes on coming stays', async () => {
    const data = aDocument(300)
    const { body } = await mine().begin('a.pdf', data.length)
    await mine().send(body['uploadKey'], 0, data.subarray(0, 100 * KILOBYTE))
    yard.clock.advance(2 * HOUR)
    expect(await sweepOrphans(yard.ctx)).toMatchObject({ uploads: 0, files: 0 })
    expect(await mine().ask(body['uploadKey'])).toMatchObject({ body: { offset: 100 * KILOBYTE } })
    yard.clock.advance(23 * HOUR)
    expect(await sweepOrphans(yard.ctx)).toMatchObject({ uploads: 1, files: 1 })
    expect(await yard.stored()).toEqual([])
    expect((await mine().ask(body['uploadKey'])).status).toBe(404)
  })
})
