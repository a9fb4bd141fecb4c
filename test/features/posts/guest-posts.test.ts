import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { waitingPostsPath } from '../../../src/features/moderation/moderation.paths.ts'
import type { Agent, Fields } from '../../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let guest: Agent

beforeEach(async () => {
  board = await aBoard(site, { slug: 'open', writeLevel: 1 })
  mina = await aMember(site, 'mina')
  guest = site.visitor()
})

/** What a browser's script does while a guest writes. */
async function proof(agent = guest): Promise<string> {
  const challenge = JSON.parse((await agent.get('/proof-of-work')).body)
  return btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }))
}

const typed = { guestName: '지나가던이', guestPassword: 'river-stone-3', title: '처음 왔습니다', body: '길을 **묻습니다**.' }
const write = async (fields: Fields = {}, agent = guest) =>
  agent.submit(await agent.get('/open/write'), '#post-form', { ...typed, proof: await proof(agent), ...fields })
const open = async (act: string, password = typed.guestPassword) =>
  guest.submit(await guest.get('/open/1/password'), '#guest-key-form', { password, act })
const rows = () => site.ctx.db('posts').orderBy('number').select('number', 'title', 'status', 'authorId', 'guestName')

test('where the level for writing is that of guests, one writes under a name and a password, and is led to the post', async () => {
  const form = await guest.get('/open/write')
  expect([form.redirects, form.has('#field-guestPassword'), form.has('[data-draft-save]')]).toEqual([['/open/write/guest'], true, false])
  const page = await write()
  expect([page.redirects, page.text('h1')]).toEqual([['/open/1'], typed.title])
  expect(page.body).toContain('지나가던이 (비회원)')
  expect(await rows()).toEqual([{ number: 1, title: typed.title, status: 'visible', authorId: null, guestName: '지나가던이' }])
  expect((await mina.agent.get('/open')).body).toContain('지나가던이 (비회원)')
  // Nobody finds the password anywhere.
  const [key] = await site.ctx.db('guest_keys')
  expect(key.passwordHash).toMatch(/^\$2b\$/)
})

test('where members alone write, and where nobody else could be shown an answer, a guest is led to log in', async () => {
  await aBoard(site, { slug: 'free' })
  await aBoard(site, { slug: 'asks', writeLevel: 1, consultation: true })
  await aBoard(site, { slug: 'sealed', writeLevel: 1, secret: 'always' })
  for (const slug of ['free', 'asks', 'sealed']) {
    expect((await guest.get(`/${slug}/write`)).path).toMatch(/^\/login/)
    await guest.post(`/${slug}/write/guest`, { ...typed, proof: await proof() })
  }
  expect(await rows()).toEqual([])
})

test('a refused form keeps what was typed but the password, and says what to do', async () => {
  const page = await write({ guestName: 'mina', guestPassword: 'short', title: ' ' })
  expect([page.status, page.has('#error-title'), page.has('#error-guestPassword')]).toEqual([422, true, true])
  expect(page.text('#field-body')).toBe(typed.body)
  expect(page.root.querySelector('#field-guestPassword')?.getAttribute('value')).toBeUndefined()
  const named = await write({ guestName: 'mina' })
  expect(named.text('#error-guestName')).toContain('회원이 쓰는 이름')
  expect((await write({ guestName: '관리자' })).has('#error-guestName')).toBe(true)
  expect(await rows()).toEqual([])
})

test('without the proof of work, and with one that was shown before, a post waits for a moderator', async () => {
  const page = await write({ proof: '' })
  expect([page.path, page.text('.flash')]).toEqual(['/open', expect.stringContaining('운영진이 확인한 뒤')])
  const used = await proof()
  await write({ proof: used, title: '하나' })
  await write({ proof: used, title: '둘' })
  await write({ proof: btoa('{"challenge":{"parameters":{}},"solution":null}'), title: '셋' })
  expect((await rows()).map(({ title, status }) => [title, status])).toEqual([
    [typed.title, 'pending'],
    ['하나', 'visible'],
    ['둘', 'pending'],
    ['셋', 'pending'],
  ])
  const keeper = await aMember(site, '지기', { moderates: [board] })
  expect((await keeper.agent.get(waitingPostsPath())).body).toContain('지나가던이 (비회원)')
})

test('by its password a guest changes the post, and by nothing else', async () => {
  await write()
  const wrong = await open('edit', 'not-the-password')
  expect([wrong.status, wrong.text('#error-password')]).toEqual([422, expect.stringContaining('맞지 않습니다')])
  const form = await open('edit')
  expect(form.text('#field-body')).toBe(typed.body)
  const saved = await guest.submit(form, '#post-form', { title: '고친 제목', body: '고친 글' })
  expect([saved.path, saved.text('h1')]).toEqual(['/open/1', '고친 제목'])
  // The first form is of a version that is over; what was typed in it comes back.
  const late = await guest.submit(form, '#post-form', { title: '늦은 제목' })
  expect([late.status, late.root.querySelector('#field-title')?.getAttribute('value')]).toEqual([409, '늦은 제목'])
  await write({ title: '다른 이의 글', guestPassword: 'other-stone-4' })
  const grant = form.root.querySelector('[name=grant]')?.getAttribute('value') ?? ''
  const fields = { ...typed, version: '1' }
  for (const [path, given] of [
    ['/open/2/edit/guest', grant],
    ['/open/1/edit/guest', ''],
    ['/open/1/edit/guest', `9${grant}`],
  ] as const)
    expect((await guest.post(path, { ...fields, grant: given })).status).toBe(403)
  expect((await rows()).map(({ title }) => title)).toEqual(['고친 제목', '다른 이의 글'])
})

test('by its password a guest deletes the post; the way there says first what it means', async () => {
  await write()
  const page = await open('delete')
  expect((await rows())[0]?.status).toBe('visible')
  expect((await guest.submit(page, '#delete-form')).path).toBe('/open')
  expect((await rows())[0]?.status).toBe('deleted')
  expect((await guest.get('/open/1/password')).status).toBe(404)
})

test('passwords are not guessed: after ten tries nobody of that network is listened to, not even with the right one', async () => {
  await write()
  for (let tries = 0; tries < 10; tries += 1) expect((await open('edit', `guess-${tries}`)).status).toBe(422)
  expect((await open('edit')).status).toBe(429)
})

test("a member's post has no password, and a guest's is nobody else's to change", async () => {
  await aPost(site, board, mina)
  expect((await guest.get('/open/1/password')).status).toBe(403)
  await write()
  expect((await mina.agent.get('/open/2/edit')).status).toBe(403)
  expect((await guest.get('/open/2/edit')).path).toMatch(/^\/login/)
})

test('a form that comes twice makes one post, and one number for a form lets no others through', async () => {
  const form = await guest.get('/open/write/guest')
  const once = { ...typed, proof: await proof() }
  const pages = await Promise.all([1, 2, 3].map(() => guest.submit(form, '#post-form', once)))
  expect(pages.map(({ path }) => path)).toEqual(['/open/1', '/open/1', '/open/1'])
  for (let count = 2; count <= 10; count += 1) await guest.submit(form, '#post-form', { ...once, title: `${count}번째` })
  const next = await guest.submit(form, '#post-form', { ...once, title: '열한째' })
  expect([next.status, (await rows()).length]).toEqual([429, 10])
})
