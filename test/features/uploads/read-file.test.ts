import { beforeEach, describe, expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { sizedStorageKey, storageKey } from '../../../src/features/uploads/uploads.paths.ts'
import { listBodyFiles } from '../../../src/features/uploads/uploads.read-models.ts'
import { attachFiles, storeFiles } from '../../../src/features/uploads/uploads.service.ts'
import { pictureLimits, type StoredFile } from '../../../src/features/uploads/uploads.types.ts'
import { keepPicture } from './keep-picture.ts'
import { useYard } from './yard.ts'

const yard = useYard()
let image: StoredFile

beforeEach(async () => {
  image = await keepPicture(yard.ctx, yard.mina, { width: 600, height: 200 })
})

const statusFor = async (viewer: Viewer, path = image.path) => (await yard.agentOf(viewer).request(path)).status
const administrator: Viewer = { memberId: 9, nickname: '총지기', level: 9, moderates: new Set(), groups: new Set(), adult: false }

async function shownIn(post: Parameters<typeof yard.aPost>[0]): Promise<number> {
  const postId = await yard.aPost(post)
  await attachFiles(yard.ctx.db, { postId, ownerId: yard.mina.memberId ?? 0, keys: [image.key] })
  return postId
}

describe('who sees a picture', () => {
  test('before a post shows it: its owner alone', async () => {
    expect([await statusFor(yard.mina), await statusFor(yard.other), await statusFor(guest), await statusFor(yard.moderator)]).toEqual([
      200, 404, 404, 404,
    ])
  })

  test('in a post that everyone reads: everyone', async () => {
    await shownIn({ author: yard.mina })
    expect([await statusFor(guest), await statusFor(yard.other), await statusFor(guest, image.thumbnailPath)]).toEqual([200, 200, 200])
  })

  test('in a hidden post: its author and the moderators', async () => {
    await shownIn({ author: yard.mina, status: 'hidden' })
    expect([await statusFor(guest), await statusFor(yard.other), await statusFor(yard.mina), await statusFor(yard.moderator)]).toEqual([
      404, 404, 200, 200,
    ])
    expect(await statusFor(guest, image.thumbnailPath)).toBe(404)
  })

  test('in a deleted post: the moderators', async () => {
    await shownIn({ author: yard.mina, status: 'deleted' })
    expect([await statusFor(guest), await statusFor(yard.mina), await statusFor(yard.moderator)]).toEqual([404, 404, 200])
  })

  test('on a board of higher levels: those who reach them', async () => {
    const boardId = await yard.aBoard('staff', 5)
    await shownIn({ author: yard.mina, boardId })
    expect([await statusFor(guest), await statusFor(yard.other)]).toEqual([404, 404])
    expect(administrator.level).toBeGreaterThan(5)
  })
})

describe('the answer', () => {
  const get = (headers: Record<string, string> = {}, viewer: Viewer = yard.mina) => yard.agentOf(viewer).request(image.path, { headers })

  test('is nothing but a picture to a browser', async () => {
    const { headers } = await get()
    expect(headers.get('content-type')).toBe('image/webp')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'")
    expect(headers.get('cache-control')).toMatch(/^private,/)
  })

  test('may be kept by others once everyone may read it', async () => {
    await shownIn({ author: yard.mina })
    expect((await get({}, guest)).headers.get('cache-control')).toMatch(/^public,/)
  })

  test('is not sent twice to who has it', async () => {
    const etag = (await get()).headers.get('etag') ?? ''
    const again = await get({ 'if-none-match': etag, 'cache-control': 'max-age=0' })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
  })

  test('comes in parts to who asks for one', async () => {
    const whole = Buffer.from(await (await get()).arrayBuffer())
    const part = await get({ range: 'bytes=10-19' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20))
    expect((await get({ range: `bytes=${whole.length}-` })).status).toBe(416)
    expect((await get({ range: 'bytes=nonsense' })).status).toBe(200)
  })

  test('has no body for HEAD', async () => {
    const response = await yard.agentOf(yard.mina).request(image.path, { method: 'HEAD' })
    expect([response.status, Number(response.headers.get('content-length')) > 0]).toEqual([200, true])
  })

  test('a row whose bytes are gone is a 404 that nobody keeps', async () => {
    await yard.ctx.storage.remove(storageKey({ fileKey: image.key, kind: 'image' }))
    const response = await get()
    expect([response.status, response.headers.get('content-disposition')]).toEqual([404, null])
    expect(response.headers.get('cache-control') ?? '').not.toMatch(/max-age/)
  })
})

test.each([
  '/files/..%2f..%2fsession-secret/x.webp',
  '/files/%2e%2e/x.webp',
  '/files/..%5c..%5cx/x',
  '/files/%c0%ae%c0%ae/x',
  `/files/${'a'.repeat(32)}%00/x`,
  `/files/${'A'.repeat(32)}/x`,
  '/files/__proto__/x',
  '/files/constructor/x',
  `/files/${'a'.repeat(31)}/x`,
  `/files/${'0'.repeat(32)}/x.webp`,
  '/files-x/x',
])('%s leads nowhere', async (path) => {
  expect(await statusFor(yard.mina, path)).toBeGreaterThanOrEqual(400)
  expect(await statusFor(yard.mina, path)).toBeLessThan(500)
})

test('all sizes are stored under names of our own making, and each is found under its own address', async () => {
  const names = [
    storageKey({ fileKey: image.key, kind: 'image' }),
    ...(['thumbnail', 'w320'] as const).map((size) => sizedStorageKey(image.key, size)),
  ]
  expect((await yard.stored()).sort()).toEqual(names.map((key) => key.slice(3)).sort())
  expect([
    await statusFor(yard.mina, sized('w320')),
    await statusFor(yard.mina, sized('w640')),
    await statusFor(yard.mina, sized('w9')),
  ]).toEqual([200, 404, 404])
  await expect(storeFiles(yard.ctx, guest, pictureLimits, [{ name: 'a.png', path: '' }])).rejects.toThrow()
})

const sized = (size: string) => image.path.replace(/\/([^/]+)$/, `/${size}/$1`)

test('a picture from before there were smaller copies is still shown, with the one that it has', async () => {
  await yard.ctx.db('files').update({ copies: '' })
  const known = (await listBodyFiles(yard.ctx, { source: image.markdown, ownerId: 1, postId: null })).get(image.path)
  expect(known?.smaller).toEqual([{ path: image.thumbnailPath, width: 480 }])
  expect([await statusFor(yard.mina), await statusFor(yard.mina, image.thumbnailPath), await statusFor(yard.mina, sized('w320'))]).toEqual([
    200, 200, 404,
  ])
})
