import { afterAll, expect, test } from 'vitest'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { openBucket } from '../../support/bucket.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from './keep-picture.ts'
import { aPdf } from './other-files.ts'
import { partsOf } from './parts.ts'

const bucket = await openBucket()
const site = useSite({ STORAGE_URL: bucket.url() })
afterAll(() => bucket.close())

const keysThere = async () => {
  const keys: string[] = []
  for await (const key of site.ctx.storage.listOlderThan(new Date(Date.now() + 3_600_000))) keys.push(key)
  return keys.sort()
}

test('a site whose files lie in a bucket takes them in parts, serves them in ranges, and sweeps what nobody wants', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, '미나')
  const picture = await keepPicture(site.ctx, mina.viewer)
  await aPost(site, board, mina, { body: picture.markdown })
  expect((await site.visitor().request(picture.thumbnailPath)).status).toBe(200)

  const data = Buffer.concat([aPdf(), Buffer.alloc(200_000, 'x')])
  const { begin, send, ask } = partsOf(mina.agent)
  const { body } = await begin('보고서.pdf', data.length)
  await send(body['uploadKey'], 0, data.subarray(0, 100_000))
  const { status, body: file } = await send(body['uploadKey'], 100_000, data.subarray(100_000))
  expect([status, await ask(body['uploadKey'])]).toEqual([201, { status: 201, body: file }])
  const part = await mina.agent.request(String(file['path']), { headers: { range: 'bytes=0-3' } })
  expect([part.status, await part.text()]).toEqual([206, '%PDF'])
  expect(await keysThere()).toEqual(
    [`${picture.key.slice(0, 2)}/${picture.key}`, `${String(file['key']).slice(0, 2)}/${file['key']}`]
      .flatMap((stem) => (stem.includes(picture.key) ? [`${stem}.thumbnail.webp`, `${stem}.webp`] : [`${stem}.file`]))
      .sort(),
  )

  site.clock.advance(25 * 3_600_000)
  expect(await sweepOrphans(site.ctx)).toMatchObject({ rows: 1 })
  expect((await keysThere()).every((key) => key.includes(picture.key))).toBe(true)
})
