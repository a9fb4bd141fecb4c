import { beforeEach, expect, test } from 'vitest'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import type { StoredFile } from '../../../src/features/uploads/uploads.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'
import { partsOf } from '../uploads/parts.ts'

const site = useSite()
let mina: Person
let author: Person
let picture: StoredFile

beforeEach(async () => {
  const board = await aBoard(site, { slug: 'free' })
  author = await aMember(site, '글쓴이')
  mina = await aMember(site, '미나')
  await aPost(site, board, author, { body: '조개' })
  picture = await keepPicture(site.ctx, mina.viewer)
})

const status = async ({ request } = site.visitor()) => (await request(picture.path)).status
const row = () => site.ctx.db('files').first('postId', 'commentId')

test('a picture in a comment is shown to whoever reads the post, and belongs to the comment', async () => {
  expect(await status()).toBe(404)
  const page = await mina.agent.post('/free/1/comments', { body: `이것도요\n\n${picture.markdown}` })
  expect(page.root.querySelector('#comment-1 .said a.picture img')?.getAttribute('src')).toBe(picture.path)
  expect([await status(), await row()]).toEqual([200, { postId: expect.any(Number), commentId: expect.any(Number) }])
  await site.ctx.db('posts').update({ secret: 1 })
  expect([await status(), await status(author.agent)]).toEqual([404, 200])
})

test("who saves the post does not take a comment's pictures away, nor into the post", async () => {
  await mina.agent.post('/free/1/comments', { body: picture.markdown })
  const form = await author.agent.get('/free/1/edit')
  const page = await author.agent.submit(form, '#post-form', { body: `훔친 ${picture.markdown}`, action: 'publish' })
  expect(page.has('.post .text img')).toBe(false)
  expect([await status(), (await row())?.commentId]).toEqual([200, expect.any(Number)])
})

test("another member's picture is a link in one's comment, and stays theirs", async () => {
  const page = await author.agent.post('/free/1/comments', { body: picture.markdown })
  expect([page.has('.said img'), await status(), await row()]).toEqual([false, 404, { postId: null, commentId: null }])
})

test('in a secret comment it is for those who may read that', async () => {
  await mina.agent.post('/free/1/comments', { body: picture.markdown })
  await site.ctx.db('comments').update({ secret: 1 })
  const other = await aMember(site, '남')
  expect(await Promise.all([status(), status(other.agent), status(mina.agent), status(author.agent)])).toEqual([404, 404, 200, 200])
})

test('hidden with its comment; gone with it when that is deleted, back when that comes back', async () => {
  await mina.agent.post('/free/1/comments', { body: picture.markdown })
  await site.ctx.db('comments').update({ status: 'hidden' })
  expect([await status(), await status(mina.agent)]).toEqual([404, 200])
  await site.ctx.db('comments').update({ status: 'visible' })
  await mina.agent.post('/free/1/comments/1/delete', {})
  expect(await status(author.agent)).toBe(404)
  expect(await sweepOrphans(site.ctx)).toMatchObject({ rows: 0 })
  await mina.agent.post('/free/1/comments/1/undelete', {})
  expect(await status(author.agent)).toBe(200)
  await mina.agent.post('/free/1/comments/1/delete', {})
  site.clock.advance(25 * 3_600_000)
  expect(await sweepOrphans(site.ctx)).toMatchObject({ rows: 1 })
})

test('what an edited comment no longer names is let go of, and what it names anew is taken', async () => {
  await mina.agent.post('/free/1/comments', { body: picture.markdown })
  const second = await keepPicture(site.ctx, mina.viewer)
  const page = await mina.agent.submit(await mina.agent.get('/free/1/comments/1/edit'), '#comment-form', { body: second.markdown })
  expect(page.root.querySelector('.said img')?.getAttribute('src')).toBe(second.path)
  expect([await status(), (await site.visitor().request(second.path)).status]).toEqual([404, 200])
})

test('the preview of a comment that is changed shows its pictures; to others it does not', async () => {
  const written = await mina.agent.post('/free/1/comments', { body: picture.markdown })
  const path = (await mina.agent.get('/free/1/comments/1/edit')).root
    .querySelector('[data-preview-path]')
    ?.getAttribute('data-preview-path')
  const preview = async (person: Person) => (await person.agent.post(path ?? '', { body: picture.markdown })).body
  expect([written.has('.said img'), await preview(mina)]).toEqual([true, expect.stringContaining('<img')])
  expect(await preview(author)).not.toContain('<img')
})

test('for a comment pictures are taken, four at most, and nothing else; where the board takes none, neither', async () => {
  const begin = (name: string, standing: number) => partsOf(mina.agent).begin(name, 1_000, { board: 'free&for=comment', standing })
  expect((await begin('조개.png', 3)).status).toBe(200)
  expect((await begin('조개.png', 4)).body).toMatchObject({ error: expect.stringContaining('4') })
  expect((await begin('보고서.pdf', 0)).status).toBe(415)
  await site.ctx.db('boards').update({ uploadKinds: 'file' })
  await site.ctx.memory.forget('boards')
  expect((await begin('조개.png', 0)).status).toBe(403)
  expect((await mina.agent.get('/free/1')).has('#comment-form [type="file"], [data-tool="picture"]')).toBe(false)
})
