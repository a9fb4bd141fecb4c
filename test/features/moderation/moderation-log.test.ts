import { expect, test } from 'vitest'
import { useTalk } from '../comments/talk.ts'

const talk = useTalk()

test('the log tells who did what to whose text, when and why', async () => {
  await talk.mina.agent.post(`${talk.post.path}/comments`, { body: '욕설' })
  await talk.moderator.agent.post(`${talk.post.path}/comments/1/hide`, { reason: '서로 존중해 주세요' })
  await talk.admin.agent.post(`${talk.post.path}/lock`, { reason: '<b>다툼</b>' })
  const page = await talk.admin.agent.get('/console/moderation')
  expect(page.status).toBe(200)
  const rows = page.root.querySelectorAll('tbody tr').map((row) => row.querySelectorAll('td').map((cell) => cell.textContent.trim()))
  expect(rows.map((cells) => cells.slice(1))).toEqual([
    ['총지기', '글을 잠금', '자유게시판', 'R&D 예산', '수집기', '<b>다툼</b>'],
    ['지기', '댓글을 숨김', '자유게시판', '댓글: R&D 예산', 'mina', '서로 존중해 주세요'],
  ])
  expect(page.links()).toContain(`${talk.post.path}/comments/1`)
})

test('a long log is read page by page, newest first', async () => {
  const act = (reason: string) => ({
    moderatorId: talk.moderator.id,
    action: 'pin',
    boardId: talk.board.id,
    postId: talk.post.id,
    reason,
    createdAt: new Date(),
  })
  await talk.ctx.db('moderation_actions').insert(Array.from({ length: 60 }, (_, index) => act(`사유 ${index + 1}`)))
  const first = await talk.admin.agent.get('/console/moderation')
  expect(first.texts('tbody td:last-child')).toHaveLength(50)
  expect(first.text('tbody td:last-child')).toBe('사유 60')
  const older = await talk.admin.agent.get(first.root.querySelector('.older a')?.getAttribute('href') ?? '')
  expect(older.texts('tbody td:last-child')).toEqual(Array.from({ length: 10 }, (_, index) => `사유 ${10 - index}`))
  expect(older.links()).toContain('/console/moderation')
})

test('a moderator of one board reads its part alone; administrators read all, or one board', async () => {
  const { db } = talk.ctx
  const group = await db('board_groups').first('id')
  const [other] = await db('boards').insert({
    groupId: group?.id,
    slug: 'other',
    nameKo: '다른 곳',
    nameEn: 'Elsewhere',
    createdAt: new Date(),
  })
  await talk.ctx.memory.forget('boards')
  const act = (boardId: number | null, action: string, reason: string) => ({
    moderatorId: talk.admin.id,
    action,
    boardId,
    reason,
    createdAt: new Date(),
  })
  await db('moderation_actions').insert([
    act(talk.board.id, 'pin', '여기'),
    act(Number(other), 'pin', '저기'),
    act(null, 'suspend', '회원'),
  ])

  const reasons = async (who: typeof talk.admin, path = '/console/moderation') => (await who.agent.get(path)).texts('tbody td:last-child')
  expect(await reasons(talk.admin)).toEqual(['회원', '저기', '여기'])
  expect(await reasons(talk.admin, '/console/moderation?board=other')).toEqual(['저기'])
  expect(await reasons(talk.moderator)).toEqual(['여기'])
  expect(await reasons(talk.moderator, '/console/moderation?board=other')).toEqual(['여기'])
  expect((await talk.moderator.agent.get('/console/moderation')).texts('.chips a')).toEqual(['모든 게시판', '자유게시판'])
})

test('the log is closed to members and guests', async () => {
  expect((await talk.mina.agent.get('/console/moderation')).status).toBe(403)
  expect((await talk.visitor.request('/console/moderation')).headers.get('location')).toMatch(/^\/login/)
})

test('an address that means nothing is a 404', async () => {
  expect((await talk.admin.agent.get('/console/moderation?before=x')).status).toBe(404)
})
