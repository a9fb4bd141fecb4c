import { expect, test } from 'vitest'
import { readPage } from '../../support/page.ts'
import { useTalk } from './talk.ts'

const talk = useTalk()

interface Answer {
  status: number
  html: string
  root: ReturnType<typeof readPage>
  [more: string]: unknown
}

/** As the script of the page sends it. */
async function send({ agent }: { agent: typeof talk.visitor }, path: string, fields: Record<string, string> = {}): Promise<Answer> {
  const token = /name="_csrf" value="([^"]+)"/.exec((await agent.get(talk.post.path)).body)?.[1] ?? ''
  const response = await agent.request(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ ...fields, _csrf: token }),
  })
  const answer = (await response.json()) as Answer
  return { ...answer, status: response.status, root: readPage(response, answer.html ?? '', path, []) }
}

const comments = () => `${talk.post.path}/comments`
const lines = (page: { body: string; root: ReturnType<typeof readPage>['root'] }, selector: string) =>
  page.root.querySelector(selector)?.outerHTML.replaceAll(/ value="[^"]*"/g, '')

test('a script that sends a comment gets it as the page would show it, with how many there are and a key for the next', async () => {
  await send(talk.author, comments(), { body: '질문' })
  const answer = await send(talk.mina, comments(), { body: '답', parent: '1' })
  expect(answer).toMatchObject({
    status: 200,
    countText: '2',
    said: '댓글을 등록했습니다.',
    submissionKey: expect.stringMatching(/^.{20,}$/),
  })
  const page = await talk.mina.agent.get(talk.post.path)
  expect(lines({ body: answer.html, root: answer.root.root }, '#comment-2')).toBe(lines(page, '#comment-2'))
  expect(page.root.querySelector('#comment-2')?.attributes).toMatchObject({ 'data-number': '2', 'data-depth': '1', 'data-parent': '1' })
  expect(page.root.querySelector('#comment-1')?.attributes).toMatchObject({ 'data-number': '1', 'data-depth': '0', 'data-parent': '' })
})

test('one form that is sent twice, as after an answer that never came, is answered with the one comment', async () => {
  const submissionKey = 'a'.repeat(32)
  const [first, second] = [
    await send(talk.mina, comments(), { body: '한 번', submissionKey }),
    await send(talk.mina, comments(), { body: '한 번', submissionKey }),
  ]
  expect(first.root.text('#comment-1 .said')).toBe('한 번')
  expect(second.html.replaceAll(/ value="[^"]*"/g, '')).toBe(first.html.replaceAll(/ value="[^"]*"/g, ''))
  expect(await talk.ctx.db('comments').count({ n: '*' }).first()).toEqual({ n: 1 })
})

test('a script is told what is wrong in words, and the text that it keeps makes no draft', async () => {
  expect(await send(talk.mina, comments(), { body: ' ' })).toMatchObject({ status: 422, error: '댓글 내용을 입력해 주세요.' })
  await send(talk.author, comments(), { body: '곧 지울 질문' })
  await send(talk.author, `${comments()}/1/delete`)
  expect(await send(talk.mina, comments(), { body: '늦은 답', parent: '1' })).toMatchObject({
    status: 409,
    error: expect.stringContaining('새 댓글로 등록할 수 있습니다'),
    fields: { parent: '' },
  })
  expect(await talk.ctx.db('drafts').count({ n: '*' }).first()).toEqual({ n: 0 })
  expect(await send({ agent: talk.visitor }, comments(), { body: '로그아웃된 사람' })).toMatchObject({
    status: 401,
    keptPath: expect.stringMatching(/comments\/write\?.*draft=/),
  })
})

test('a comment is changed where it stands: the form alone comes, then the comment alone', async () => {
  await send(talk.mina, comments(), { body: '첫 말' })
  const json = { accept: 'application/json' }
  const form = readPage(new Response(), JSON.parse((await talk.mina.agent.get(`${comments()}/1/edit`, json)).body).html, '', [])
  expect(form.text('form#edit-1-form textarea#edit-1-body')).toBe('첫 말')
  expect((await talk.author.agent.get(`${comments()}/1/edit`, json)).status).toBe(403)
  const version = form.root.querySelector('[name=version]')?.getAttribute('value') ?? ''
  const saved = await send(talk.mina, `${comments()}/1/edit`, { body: '고친 말', version })
  expect([saved.status, saved['said'], saved.root.text('#comment-1 .said')]).toEqual([200, '댓글을 고쳤습니다.', '고친 말'])
  const late = await send(talk.mina, `${comments()}/1/edit`, { body: '다른 창에서', version })
  expect(late).toMatchObject({
    status: 409,
    error: expect.stringContaining('다른 창에서'),
    fields: { version: String(Number(version) + 1) },
  })
})

test('of a deleted comment nothing is left, or a stub where somebody answered; either can be taken back', async () => {
  await send(talk.mina, comments(), { body: '뿌리' })
  await send(talk.author, comments(), { body: '가지', parent: '1' })
  const stub = await send(talk.mina, `${comments()}/1/delete`)
  expect([stub.root.text('#comment-1'), stub['countText'], stub['undo']]).toEqual([
    '삭제된 댓글입니다.',
    '1',
    { path: `${comments()}/1/undelete`, label: '되돌리기', seconds: 10 },
  ])
  expect(await send(talk.author, `${comments()}/2/delete`)).toMatchObject({ html: '', countText: '0' })
  // The stub went with the reply for whose sake it stood, and comes back with it.
  expect((await talk.visitor.get(talk.post.path)).has('.comment')).toBe(false)
  expect(await send(talk.author, `${comments()}/2/undelete`)).toMatchObject({ countText: '1', said: '댓글을 되돌렸습니다.' })
  expect((await talk.visitor.get(talk.post.path)).texts('.comment__stub, .comment .said')).toEqual(['삭제된 댓글입니다.', '가지'])
  await send(talk.mina, `${comments()}/1/undelete`)
  expect((await talk.visitor.get(talk.post.path)).texts('.comment__stub, .comment .said')).toEqual(['뿌리', '가지'])
})

test('a deletion is taken back by who deleted, within twenty seconds, on a locked post too; a second press is no error', async () => {
  await send(talk.mina, comments(), { body: '지웠다가' })
  const undelete = (person: { agent: typeof talk.visitor }) => send(person, `${comments()}/1/undelete`)
  await send(talk.mina, `${comments()}/1/delete`)
  await talk.ctx.db('posts').update({ lockedAt: new Date() })
  expect([(await undelete(talk.author)).status, (await undelete(talk.moderator)).status]).toEqual([403, 403])
  expect([(await undelete(talk.mina)).status, (await undelete(talk.mina)).status]).toEqual([200, 200])
  expect(await talk.ctx.db('posts').first('commentCount')).toEqual({ commentCount: 1 })
  await send(talk.mina, `${comments()}/1/delete`)
  await talk.ctx.db('comments').update({ deletedAt: new Date(Date.now() - 21_000) })
  expect(await undelete(talk.mina)).toMatchObject({ status: 409, error: expect.stringContaining('시간이 지났습니다') })
  expect(await talk.ctx.db('posts').first('commentCount')).toEqual({ commentCount: 0 })
})

test('an answer that was deleted and is back is the answer again, unless another one is by now', async () => {
  await talk.ctx.db('boards').update({ look: 'qna' })
  await talk.ctx.memory.forget('boards')
  for (const body of ['하나', '둘']) await send(talk.mina, comments(), { body })
  const accepted = async () => (await talk.visitor.get(talk.post.path)).texts('.comment.is-accepted .said')
  const accept = (number: number) => talk.author.agent.post(`${comments()}/${number}/accept`, { accept: 'yes' })
  await accept(1)
  await send(talk.mina, `${comments()}/1/delete`)
  expect(await accepted()).toEqual([])
  await send(talk.mina, `${comments()}/1/undelete`)
  expect(await accepted()).toEqual(['하나'])
  await send(talk.mina, `${comments()}/1/delete`)
  await accept(2)
  await send(talk.mina, `${comments()}/1/undelete`)
  expect(await accepted()).toEqual(['둘'])
})
