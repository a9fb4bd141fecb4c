import { beforeEach, expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { moveFiles, sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { aPdf } from './other-files.ts'
import { partsOf } from './parts.ts'
import { aFile } from './pictures.ts'

const site = useSite()
let mina: Person
let owner: Person

/** Three of them fit into a megabyte. */
const data = Buffer.concat([aPdf(), Buffer.alloc(300 * 1024, 'x')])
const asScript = { 'x-requested-with': 'fetch', accept: 'application/json' }

beforeEach(async () => {
  await aBoard(site, { slug: 'free', uploadCount: 50 })
  mina = await aMember(site, '미나')
  owner = await aMember(site, '주인', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { memberMegabytes: 1 })
})

const inOne = (person: Person, board = 'free') => person.agent.post(`/uploads?board=${board}`, { file: aFile(data, 'a.pdf') }, asScript)
const files = () => site.ctx.db('files')

async function inParts(person: Person, board = 'free') {
  const { begin, send } = partsOf(person.agent)
  const { status, body } = await begin('a.pdf', data.length, { board })
  return status === 200 ? send(body['uploadKey'], 0, data) : { status, body }
}

test('twenty files at once, by either door, take no more room than a member has, and as much', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? inOne(mina) : inParts(mina))))
  expect(answers.map(({ status }) => status).filter((status) => status !== 413)).toEqual([201, 201, 201])
  expect(await files()).toHaveLength(3)
  await sweepOrphans(site.ctx)
  expect((await files()).map(({ bytes }) => bytes)).toEqual([data.length, data.length, data.length])
})

test('what is too much is said before a byte is sent, in figures; what is on its way counts, what was given up does not', async () => {
  const { begin, cancel, send } = partsOf(mina.agent)
  const { body } = await begin('a.pdf', 900_000, { board: 'free' })
  const full = await begin('b.pdf', 200_000, { board: 'free' })
  expect([full.status, full.body['error']]).toEqual([413, expect.stringMatching(/1MB 가운데 0\.1MB가 남았는데, 이 파일은 0\.2MB/)])
  await cancel(body['uploadKey'])
  const { body: again } = await begin('b.pdf', data.length, { board: 'free' })
  expect((await send(again['uploadKey'], 0, data)).status).toBe(201)
  expect((await mina.agent.get('/me')).text('.account')).toContain('1 MB 가운데 300 KB')
})

test('an upload that nobody goes on with holds its room for an hour', async () => {
  const { begin } = partsOf(mina.agent)
  await begin('a.pdf', 1_000_000, { board: 'free' })
  expect((await inOne(mina)).status).toBe(413)
  site.clock.advance(3_600_000 + 1)
  expect((await inOne(mina)).status).toBe(201)
})

test('administrators have no limit, and without one nobody has', async () => {
  for (let count = 0; count < 4; count += 1) expect((await inOne(owner)).status).toBe(201)
  await changeSettings(site.ctx, owner.viewer, { memberMegabytes: 0 })
  for (let count = 0; count < 4; count += 1) expect((await inParts(mina)).status).toBe(201)
  expect((await mina.agent.get('/me')).text('.account')).toContain('1.2 MB')
})

test('a board has its own room, for all its members together; a post that moves takes its files along', async () => {
  const small = await aBoard(site, { slug: 'small', roomMegabytes: 1 })
  await changeSettings(site.ctx, owner.viewer, { memberMegabytes: 0 })
  const others = await Promise.all(['가', '나', '다', '라', '마', '바'].map((name) => aMember(site, name)))
  const answers = await Promise.all(others.map((person, index) => (index % 2 ? inOne(person, 'small') : inParts(person, 'small'))))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
  expect((await inParts(owner, 'small')).body).toMatchObject({ error: expect.stringContaining('이 게시판의 파일 공간 1MB') })

  const key = String((await inParts(owner)).body['key'])
  const post = await aPost(site, small, owner, { body: `[a](/files/${key}/a.pdf)` })
  const boardsOf = async () => (await files().where({ fileKey: key })).map(({ boardId }) => boardId)
  expect(await boardsOf()).toEqual([small.id])
  const { id: free } = await site.ctx.db('boards').where({ slug: 'free' }).first()
  await changePosts(site, { id: post.id }, { boardId: free, number: 99 })
  await moveFiles(site.ctx, { postId: post.id })
  expect(await boardsOf()).toEqual([free])
})

test('the owner sets the room of members, and a figure that is none is refused', async () => {
  const form = await owner.agent.get('/console/settings')
  expect((await owner.agent.submit(form, '#settings-form', { memberMegabytes: 'viel' })).status).toBe(422)
  expect((await owner.agent.submit(form, '#settings-form', { memberMegabytes: '2' })).status).toBe(200)
  expect((await mina.agent.get('/me')).text('.account')).toContain('2 MB 가운데 0 KB')
})
