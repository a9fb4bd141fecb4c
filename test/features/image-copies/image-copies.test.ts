import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { fetchImageCopies } from '../../../src/features/image-copies/image-copies.jobs.ts'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { tellSubscribers } from '../../../src/subscribers.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { useStrangers } from '../../support/strangers.ts'
import { aPicture, aPngBomb } from '../uploads/pictures.ts'

const site = useSite()
const strangers = useStrangers(site)
const MINUTE = 60_000

let board: Board
let mina: Person
beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', copyImages: true })
  mina = await aMember(site, 'mina')
  strangers.says('/sea.png', 'image/png', await aPicture('png', { width: 900, height: 600 }))
})

async function work(): Promise<number> {
  await relayOutbox(site.ctx, (event, payload) => tellSubscribers(site.ctx, event, payload))
  return fetchImageCopies(site.ctx)
}
const picture = (path: string, alt = '바다') => `![${alt}](${strangers.url}${path})`
const bodyOf = async (number = 1) => (await site.visitor().get(`/free/${number}`)).root.querySelector('.post > .text')
const shownOf = async (number = 1) => (await bodyOf(number))?.querySelectorAll('img').map((image) => image.getAttribute('src') ?? '') ?? []

async function save(number: number, body: string) {
  const form = await mina.agent.get(`/free/${number}/edit`)
  await mina.agent.submit(form, '#post-form', { body })
}

test('a picture of another site is a link, and ours a moment later: measured, made anew, on its page and for lists', async () => {
  await aPost(site, board, mina, { body: `어제 본\n\n${picture('/sea.png')}\n\n끝` })
  expect((await bodyOf())?.querySelector('a')?.getAttribute('href')).toBe(`${strangers.url}/sea.png`)
  expect(strangers.asked).toEqual([])
  expect(await work()).toBe(1)
  const image = (await bodyOf())?.querySelector('img')
  expect([image?.getAttribute('alt'), image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['바다', '900', '600'])
  const file = await site.visitor().request(image?.getAttribute('src') ?? '')
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect(await site.ctx.db('posts').first('hasImage', 'version')).toEqual({ hasImage: 1, version: 1 })
  expect((await site.ctx.db('posts').first('coverKey')).coverKey).toMatch(/^[0-9a-f]{32}$/)
  await work()
  expect(strangers.asked).toEqual(['/sea.png'])
})

test('the text stays as it was written, and a change of it keeps the copy without asking again', async () => {
  await aPost(site, board, mina, { body: picture('/sea.png') })
  await work()
  const [copy] = await shownOf()
  expect((await mina.agent.get('/free/1/edit')).root.querySelector('textarea[name=body]')?.text.trim()).toBe(picture('/sea.png'))
  await save(1, `고쳐 씀\n\n${picture('/sea.png')}`)
  expect(await shownOf()).toEqual([copy])
  await work()
  site.clock.advance(48 * 60 * MINUTE)
  await sweepOrphans(site.ctx)
  expect((await site.visitor().request(copy ?? '')).status).toBe(200)
  expect(strangers.asked).toEqual(['/sea.png'])
})

test('whose text no longer names it loses the copy, and gets it again with the address', async () => {
  await aPost(site, board, mina, { body: picture('/sea.png') })
  await work()
  const [copy = ''] = await shownOf()
  await save(1, '그림을 뺐다.')
  await work()
  expect(await site.ctx.db('image_copies').count({ count: '*' }).first()).toEqual({ count: 0 })
  expect((await site.visitor().request(copy)).status).toBe(404)
  await save(1, picture('/sea.png'))
  await work()
  expect(await shownOf()).toHaveLength(1)
})

test('nobody is asked for a board that wants no copies, a secret post, or one that waits to be let in', async () => {
  const plain = await aBoard(site, { slug: 'plain' })
  const secret = await aBoard(site, { slug: 'secret', copyImages: true, secret: 'always' })
  const approving = await aBoard(site, { slug: 'approving', copyImages: true, approval: true })
  for (const where of [plain, secret, approving]) await aPost(site, where, mina, { body: picture('/sea.png') })
  expect(await work()).toBe(0)
  expect(strangers.asked).toEqual([])
})

test('what is no picture, too large for its board or a bomb stays a link; who could not answer is asked again later', async () => {
  strangers.says('/page', 'text/html', '<p>no picture</p>')
  strangers.says('/lie.png', 'image/png', 'no picture at all')
  strangers.says('/bomb.png', 'image/png', aPngBomb())
  strangers.says('/busy.png', 'image/png', '', 503)
  strangers.says('/drawing.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const paths = ['/page', '/lie.png', '/bomb.png', '/busy.png', '/drawing.svg', '/none.png']
  await aPost(site, board, mina, { body: paths.map((path) => picture(path)).join('\n\n') })
  for (let run = 0; run < 3; run += 1) expect(await work()).toBe(0)
  expect(strangers.asked.toSorted()).toEqual(paths.toSorted())
  expect(await shownOf()).toEqual([])
  strangers.says('/busy.png', 'image/png', await aPicture())
  site.clock.advance(6 * MINUTE)
  expect(await work()).toBe(1)
  expect(await shownOf()).toHaveLength(1)
})

test('an address inside this house is never asked, and a word in a code block is no picture', async () => {
  const body = [
    '![a](http://127.0.0.1:1/a.png)',
    '![b](http://localhost/b.png)',
    '![c](http://169.254.169.254/c.png)',
    '```',
    picture('/sea.png'),
    '```',
  ]
  await aPost(site, board, mina, { body: body.join('\n\n') })
  expect(await work()).toBe(0)
  expect(strangers.asked).toEqual([])
})

test('a copy takes its author’s room: where there is none left, the picture stays a link', async () => {
  board = await aBoard(site, { slug: 'small', copyImages: true, roomMegabytes: 1 })
  const full = {
    fileKey: 'f'.repeat(32),
    ownerId: mina.viewer.memberId,
    boardId: board.id,
    kind: 'file',
    mime: 'text/plain',
    name: 'a.txt',
  }
  await site.ctx.db('files').insert({
    ...full,
    bytes: 1024 * 1024,
    width: 0,
    height: 0,
    thumbnailBytes: 0,
    thumbnailWidth: 0,
    thumbnailHeight: 0,
    copies: '',
    createdAt: site.clock.now(),
  })
  await aPost(site, board, mina, { body: picture('/sea.png') })
  expect(await work()).toBe(0)
  expect(strangers.asked).toEqual(['/sea.png'])
  expect((await site.visitor().get('/small/1')).root.querySelectorAll('.post > .text img')).toEqual([])
})
