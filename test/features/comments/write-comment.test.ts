import { expect, test } from 'vitest'
import { useTalk } from './talk.ts'

const talk = useTalk()

test('a member comments and is led to what they wrote', async () => {
  const page = await talk.mina.agent.get(talk.post.path)
  const after = await talk.mina.agent.submit(page, '#comment-form', {
    body: '장비를 나눠 쓰는 규칙이 궁금합니다.\n고장 나면 누가 고치나요?',
  })
  expect(after.redirects).toEqual([`${talk.post.path}#comment-1`])
  expect(after.text('#comment-1 .said')).toBe('장비를 나눠 쓰는 규칙이 궁금합니다. 고장 나면 누가 고치나요?')
  expect(after.text('#comment-1 .who b')).toBe('mina')
  expect(after.has('#comment-1 .badge')).toBe(false)
  expect(after.text('#comments-heading b')).toBe('1')
})

test('the author of the post is marked as such below it', async () => {
  await talk.author.agent.post(`${talk.post.path}/comments`, { body: '읽어 주셔서 고맙습니다.' })
  expect((await talk.visitor.get(talk.post.path)).text('#comment-1 .badge')).toBe('글쓴이')
})

test('a guest is invited to log in, and comes back to the comments', async () => {
  const page = await talk.visitor.get(talk.post.path)
  expect(page.text('#comments .empty')).toContain('등록된 댓글이 없습니다. 첫 댓글을 남겨 보세요.')
  expect(page.links()).toContain(`/login?returnTo=${encodeURIComponent(`${talk.post.path}#comments`)}`)
  expect(page.has('#comment-form')).toBe(false)
  const refused = await talk.visitor.request(`${talk.post.path}/comments`, { method: 'POST', body: new URLSearchParams({ body: 'x' }) })
  expect(refused.status).toBe(303)
  expect(refused.headers.get('location')).toMatch(/^\/login/)
  expect(await talk.ctx.db('comments').count({ n: '*' }).first()).toEqual({ n: 0 })
})

test('a reply stands below what it answers, before later comments', async () => {
  const { agent } = talk.mina
  for (const [body, parent] of [
    ['처음', ''],
    ['둘째', ''],
    ['처음에 답글', '1'],
    ['답글에 답글', '3'],
    ['처음에 또 답글', '1'],
  ] as const) {
    await agent.post(`${talk.post.path}/comments`, { body, parent })
  }
  const page = await agent.get(talk.post.path)
  expect(page.texts('.comment .said')).toEqual(['처음', '처음에 답글', '답글에 답글', '처음에 또 답글', '둘째'])
  expect(page.has('#comment-3.comment--depth-1')).toBe(true)
  expect(page.has('#comment-4.comment--depth-2')).toBe(true)
  expect(page.text('#comment-4 .comment__answers')).toBe('mina님에게 답글')
})

test('without script the reply link leads to a page that quotes the comment', async () => {
  await talk.author.agent.post(`${talk.post.path}/comments`, { body: '국수집이 어디인가요' })
  const { agent } = talk.mina
  const write = await agent.get(`${talk.post.path}/comments/write?parent=1`)
  expect(write.text('.quoted')).toBe('수집기 국수집이 어디인가요')
  const after = await agent.submit(write, '#comment-form', { body: '다리 건너 오른쪽입니다.' })
  expect(after.redirects).toEqual([`${talk.post.path}#comment-2`])
  expect(after.has('#comment-2.comment--depth-1')).toBe(true)
})

test.each([
  ['nothing', '  \n ', '댓글 내용을 입력해 주세요.'],
  ['nothing that shows', '\u3164\u200b', '댓글 내용을 입력해 주세요.'],
  ['too much', '가'.repeat(2_001), '댓글은 2,000자까지'],
])('a refused comment keeps every letter: %s', async (_what, body, error) => {
  await talk.author.agent.post(`${talk.post.path}/comments`, { body: '질문' })
  const page = await talk.mina.agent.post(`${talk.post.path}/comments`, { body, parent: '1' })
  expect(page.status).toBe(422)
  expect(page.text('.error')).toContain(error)
  expect(page.text('.quoted .said')).toBe('질문')
  const again = await talk.mina.agent.submit(page, '#comment-form', { body: '이제 됩니다' })
  expect(again.redirects).toEqual([`${talk.post.path}#comment-2`])
  expect(again.has('#comment-2.comment--depth-1')).toBe(true)
})

test('2,000 letters are taken, emoji counted as readers count them', async () => {
  const body = '🐈'.repeat(2_000)
  const page = await talk.mina.agent.post(`${talk.post.path}/comments`, { body })
  expect(page.text('#comment-1 .said')).toBe(body)
})

test('a double click makes one comment', async () => {
  const { agent } = talk.mina
  const page = await agent.get(talk.post.path)
  const answers = await Promise.all([1, 2, 3].map(() => agent.submit(page, '#comment-form', { body: '한 번만' })))
  expect(answers.map(({ redirects }) => redirects)).toEqual([1, 2, 3].map(() => [`${talk.post.path}#comment-1`]))
  expect(await talk.ctx.db('comments').count({ n: '*' }).first()).toEqual({ n: 1 })
  expect(await talk.ctx.db('outbox').where({ event: 'comment.created' }).count({ n: '*' }).first()).toEqual({ n: 1 })
})

test('who goes back to a sent form and writes something else makes a second comment', async () => {
  const page = await talk.mina.agent.get(talk.post.path)
  await talk.mina.agent.submit(page, '#comment-form', { body: '처음 쓴 것' })
  const after = await talk.mina.agent.submit(page, '#comment-form', { body: '뒤로 가서 쓴 것' })
  expect(after.texts('.said')).toEqual(['처음 쓴 것', '뒤로 가서 쓴 것'])
})

test('what a member types is text, never markup', async () => {
  const body = '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) <a id=csrfToken>'
  const page = await talk.mina.agent.post(`${talk.post.path}/comments`, { body })
  expect(page.text('#comment-1 .said')).toContain('<script>alert(1)</script>')
  expect(page.has('#comment-1 .said script, #comment-1 .said img, #comment-1 .said [id], #comment-1 .said a')).toBe(false)
})

test('a nickname is text too', async () => {
  const odd = await talk.member('<b onclick="x">"&\'')
  const page = await odd.agent.post(`${talk.post.path}/comments`, { body: '안녕하세요' })
  expect(page.text('#comment-1 .who b')).toBe('<b onclick="x">"&\'')
  expect(page.has('#comment-1 [onclick]')).toBe(false)
})

test('an address in a comment becomes a link that gives search engines nothing', async () => {
  const page = await talk.mina.agent.post(`${talk.post.path}/comments`, { body: '여기 https://example.org/a?b=1&c=2 참고' })
  const link = page.root.querySelector('#comment-1 .said a')
  expect(link?.getAttribute('href')).toBe('https://example.org/a?b=1&c=2')
  expect(link?.getAttribute('rel')).toContain('nofollow')
})

test('a board for higher levels takes no comment from lower ones, and says so', async () => {
  await talk.ctx.db('boards').update({ commentLevel: 5 })
  await talk.ctx.memory.forget('boards')
  const page = await talk.mina.agent.get(talk.post.path)
  expect(page.has('#comment-form')).toBe(false)
  expect(page.text('.talk__closed')).toContain('등급')
  expect((await talk.mina.agent.post(`${talk.post.path}/comments`, { body: 'x' })).status).toBe(403)
})

test('where there is no such post, nobody comments', async () => {
  for (const path of ['/free/999/comments', '/nowhere/1/comments', '/free/0/comments', '/free/x/comments']) {
    expect((await talk.mina.agent.post(path, { body: 'x' })).status, path).toBe(404)
  }
})
