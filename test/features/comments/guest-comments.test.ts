import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { waitingPostsPath } from '../../../src/features/moderation/moderation.paths.ts'
import type { Agent, Fields } from '../../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let guest: Agent
const WRITE = '/open/1/comments/write/guest'

beforeEach(async () => {
  board = await aBoard(site, { slug: 'open', commentLevel: 1, secretComments: true })
  mina = await aMember(site, 'mina')
  guest = site.visitor()
  await aPost(site, board, mina)
})

/** What a browser's script does while a guest writes. */
async function proof(): Promise<string> {
  const challenge = JSON.parse((await guest.get('/proof-of-work')).body)
  return btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }))
}

const typed = { guestName: '지나가던이', guestPassword: 'river-stone-3', body: '저도 그 길을 압니다.' }
const write = async (fields: Fields = {}, at = WRITE) =>
  guest.submit(await guest.get(at), '#comment-form', { ...typed, proof: await proof(), ...fields })
const open = async (act: string, password = typed.guestPassword, comment = 1) =>
  guest.submit(await guest.get(`/open/1/comments/${comment}/password`), '#guest-key-form', { password, act })
const rows = () => site.ctx.db('comments').orderBy('number').select('body', 'status', 'authorId', 'guestName')
const count = async () => (await site.ctx.db('posts').first('commentCount', 'lastCommentNumber')) as object

test('where the level for comments is that of guests, one comments under a name and a password', async () => {
  const post = await guest.get('/open/1')
  expect([post.links().includes(WRITE), post.has('#comment-form')]).toEqual([true, false])
  const page = await write()
  expect([page.redirects, page.text('#comment-1 .who b')]).toEqual([['/open/1#comment-1'], '지나가던이 (비회원)'])
  expect(await rows()).toEqual([{ body: typed.body, status: 'visible', authorId: null, guestName: '지나가던이' }])
  expect(await count()).toEqual({ commentCount: 1, lastCommentNumber: 1 })
  const lists = await mina.agent.get('/new?tab=comments')
  expect(lists.body).toContain('지나가던이 (비회원)')
  const [key] = await site.ctx.db('guest_comment_keys')
  expect(key.passwordHash).toMatch(/^\$2b\$/)
})

test('guests answer members and members answer guests; nobody is given a name that leads anywhere', async () => {
  await mina.agent.post('/open/1/comments', { body: '어느 길이요?' })
  const page = await write({}, `${WRITE}?parent=1`)
  expect(page.has('#comment-2.comment--depth-1')).toBe(true)
  await mina.agent.post('/open/1/comments', { body: '고맙습니다', parent: '2' })
  const last = await guest.get('/open/1')
  expect(last.text('#comment-3 .comment__answers')).toBe('지나가던이 (비회원)님에게 답글')
  expect(last.has('#comment-2 .who a[href^="/members"]')).toBe(false)
})

test('where members alone comment, and where nobody else could be shown an answer, a guest is led to log in', async () => {
  await aBoard(site, { slug: 'free' })
  await aBoard(site, { slug: 'sealed', commentLevel: 1, secret: 'always' })
  await aPost(site, await aBoard(site, { slug: 'plain' }), mina)
  expect((await guest.get('/plain/1')).body).not.toContain('/comments/write/guest')
  expect((await guest.get('/plain/1/comments/write/guest')).path).toMatch(/^\/login/)
  await guest.post('/plain/1/comments/write/guest', { ...typed, proof: await proof() })
  // The door of members stays theirs.
  expect((await guest.post('/open/1/comments', { ...typed })).path).toMatch(/^\/login/)
  expect(await rows()).toEqual([])
})

test('a member who comes to this door comments as a member', async () => {
  expect((await mina.agent.get(`${WRITE}?parent=1`)).path).toBe('/open/1/comments/write?parent=1')
})

/** MariaDB gives JSON as text. */
const read = (stored: unknown) => (typeof stored === 'string' ? JSON.parse(stored) : stored)

test('a refused form keeps what was typed but the password, and says what to do', async () => {
  const page = await write({ guestPassword: 'short', body: '가'.repeat(2_001) })
  expect([page.status, page.has('#error-guestPassword'), page.text('#comment-body').length]).toEqual([422, true, 2_001])
  expect(page.root.querySelector('#field-guestPassword')?.getAttribute('value')).toBeUndefined()
  expect((await write({ guestName: 'mina' })).text('#error-guestName')).toContain('회원이 쓰는 이름')
  expect((await write({ guestName: '관리자' })).has('#error-guestName')).toBe(true)
  expect(await rows()).toEqual([])
})

test('without the proof of work a comment waits, counts for nothing, and is let in or refused by a moderator', async () => {
  const page = await write({ proof: '' })
  expect(page.text('.flash')).toContain('운영진이 확인한 뒤')
  expect([page.text('#comment-1'), await count()]).toEqual([
    '운영진의 확인을 기다리는 댓글입니다.',
    { commentCount: 0, lastCommentNumber: 1 },
  ])
  await write({ proof: '', body: '둘째' })
  const keeper = await aMember(site, '지기', { moderates: [board] })
  const elsewhere = await aMember(site, '딴지기', { moderates: [await aBoard(site, { slug: 'other' })] })
  const queue = await keeper.agent.get(waitingPostsPath())
  expect([queue.body.includes(typed.body), queue.body.includes('지나가던이 (비회원)')]).toEqual([true, true])
  expect((await elsewhere.agent.get(waitingPostsPath())).body).not.toContain(typed.body)
  await keeper.agent.post('/open/1/comments/1/restore', { reason: '' })
  await keeper.agent.post('/open/1/comments/2/hide', { reason: '광고' })
  const after = await guest.get('/open/1')
  expect([after.text('#comment-1 .said'), after.text('#comment-2')]).toEqual([typed.body, '운영자가 숨긴 댓글입니다.'])
  expect([await count(), (await keeper.agent.get(waitingPostsPath())).body.includes(typed.body)]).toEqual([
    { commentCount: 1, lastCommentNumber: 2 },
    false,
  ])
  // It is news from then on.
  const told = (await site.ctx.db('outbox').where({ event: 'comment.created' })).map(({ payload }) => read(payload))
  expect(told).toMatchObject([{ authorId: null, parentAuthorId: null, mentioned: [] }])
})

test('by its password a guest changes the comment, and by nothing else', async () => {
  await write()
  const wrong = await open('edit', 'not-the-password')
  expect([wrong.status, wrong.text('#error-password')]).toEqual([422, expect.stringContaining('맞지 않습니다')])
  const form = await open('edit')
  expect(form.text('#comment-body')).toBe(typed.body)
  const saved = await guest.submit(form, '#comment-form', { body: '고친 말', secret: 'yes' })
  expect([saved.redirects, saved.text('#comment-1 .said')]).toEqual([['/open/1#comment-1'], '고친 말'])
  expect((await site.visitor().get('/open/1')).text('#comment-1 .said')).toBe('고친 말')
  const late = await guest.submit(form, '#comment-form', { body: '늦은 말' })
  expect([late.status, late.text('#comment-body'), late.text('.quoted .said')]).toEqual([409, '늦은 말', '고친 말'])
  await write({ body: '다른 이의 말', guestPassword: 'other-stone-4' })
  const grant = form.root.querySelector('[name=grant]')?.getAttribute('value') ?? ''
  for (const [path, given] of [
    ['/open/1/comments/2/edit/guest', grant],
    ['/open/1/comments/2/delete/guest', grant],
    ['/open/1/comments/1/edit/guest', ''],
    ['/open/1/comments/1/edit/guest', `9${grant}`],
    ['/open/1/edit/guest', grant],
  ] as const)
    expect((await guest.post(path, { body: 'x', version: '2', grant: given })).status).toBe(403)
  expect((await rows()).map(({ body }) => body)).toEqual(['고친 말', '다른 이의 말'])
})

test('by its password a guest deletes the comment; the way there says first what it means', async () => {
  await write()
  const page = await open('delete')
  expect((await rows())[0]?.status).toBe('visible')
  expect((await guest.submit(page, '#comment-delete')).path).toBe('/open/1')
  expect([(await rows())[0]?.status, await count()]).toEqual(['deleted', { commentCount: 0, lastCommentNumber: 1 }])
  expect((await guest.get('/open/1/comments/1/password')).status).toBe(404)
})

test('passwords are not guessed: after ten tries nobody of that network is listened to, not even with the right one', async () => {
  await write()
  for (let tries = 0; tries < 10; tries += 1) expect((await open('edit', `guess-${tries}`)).status).toBe(422)
  expect((await open('edit')).status).toBe(429)
})

test("a member's comment has no password, and a guest's is nobody else's to change", async () => {
  await mina.agent.post('/open/1/comments', { body: '회원의 말' })
  expect((await guest.get('/open/1/comments/1/password')).status).toBe(403)
  await write()
  for (const act of ['edit', 'delete']) {
    expect((await mina.agent.get(`/open/1/comments/2/${act}`)).status).toBe(403)
    expect((await mina.agent.post(`/open/1/comments/2/${act}`, { body: 'x', version: '1' })).status).toBe(403)
    expect((await guest.get(`/open/1/comments/2/${act}`)).path).toMatch(/^\/login/)
  }
  // What nobody's is does not belong to everybody who is nobody.
  expect((await guest.post('/open/1/comments/2/delete/guest', { grant: '' })).status).toBe(403)
  expect((await rows())[1]?.status).toBe('visible')
})

test('under a post that is locked or takes no comments there is no door for guests either', async () => {
  await write()
  await site.ctx.db('posts').update({ commentsClosed: 1 })
  expect((await guest.get(WRITE)).status).toBe(403)
  expect((await guest.get('/open/1')).links()).not.toContain(WRITE)
  const form = await open('edit').catch(() => null)
  expect(form?.status).toBe(403)
  await guest.submit(await open('delete'), '#comment-delete')
  expect((await rows())[0]?.status).toBe('deleted')
})

test('a form that comes twice makes one comment, and a network writes so many in ten minutes', async () => {
  const form = await guest.get(WRITE)
  const once = { ...typed, proof: await proof() }
  const pages = await Promise.all([1, 2, 3].map(() => guest.submit(form, '#comment-form', once)))
  expect(pages.map(({ redirects }) => redirects[0])).toEqual(['/open/1#comment-1', '/open/1#comment-1', '/open/1#comment-1'])
  for (let number = 2; number <= 20; number += 1) await guest.submit(form, '#comment-form', { ...once, body: `${number}번째` })
  const next = await guest.submit(form, '#comment-form', { ...once, body: '스물한째' })
  expect([next.status, next.text('#comment-body'), (await rows()).length]).toEqual([429, '스물한째', 20])
})

test('on a board without names a guest has none, and is not the author of what a guest wrote there', async () => {
  const masked = await aBoard(site, { slug: 'masked', commentLevel: 1, anonymous: true })
  await aPost(site, masked, mina)
  await changePosts(site, { boardId: masked.id }, { authorId: null, guestName: '누구' })
  const page = await write({}, '/masked/1/comments/write/guest')
  expect([page.text('#comment-1 .who b'), page.has('#comment-1 .badge'), page.body.includes(typed.guestName)]).toEqual([
    '익명',
    false,
    false,
  ])
})
