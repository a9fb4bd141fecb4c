import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { updateBoard } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { type Talker, useTalk } from './talk.ts'

const talk = useTalk()

const address = () => `${talk.post.path}/comments/1`
const showTo = (history: Board['history']) =>
  updateBoard(talk.ctx, { ...guest, memberId: 1, level: 10 }, talk.board, BoardForm.parse({ ...talk.board, history }))
const edit = async (who: Talker, body: string) => who.agent.submit(await who.agent.get(`${address()}/edit`), '#comment-form', { body })

async function anEditedComment() {
  await talk.mina.agent.post(`${talk.post.path}/comments`, { body: '국수집은 다리 건너 왼쪽입니다.' })
  await edit(talk.mina, '국수집은 다리 건너 오른쪽입니다.')
}

test('from the mark that a comment was edited one comes to what it said before, word by word', async () => {
  await showTo('everyone')
  await anEditedComment()
  await edit(talk.mina, '국수집은 다리 건너 오른쪽입니다. 월요일은 쉽니다.')
  const thread = await talk.visitor.get(talk.post.path)
  expect(thread.root.querySelector('#comment-1 .who a[href$="/history"]')?.textContent).toBe('수정됨')
  const page = await talk.visitor.get(`${address()}/history`)
  expect(page.texts('.comment-history li .badge')).toEqual(['지금 글', '처음 글'])
  expect([page.texts('.diff del'), page.texts('.diff ins')]).toEqual([
    ['[뺌: 왼쪽입니다]'],
    ['[넣음: 월요일은 쉽니다.]', '[넣음: 오른쪽입니다]'],
  ])
  expect(page.texts('.diff').at(-1)).toBe('국수집은 다리 건너 왼쪽입니다.')
})

test('the board says who sees it; its author and those who keep order always do', async () => {
  await anEditedComment()
  const seers = async () => {
    const status = async (agent: Talker['agent']) => (await agent.get(`${address()}/history`)).status
    const linked = (await talk.author.agent.get(talk.post.path)).has('#comment-1 .who a[href$="/history"]')
    return [
      await status(talk.visitor),
      await status(talk.author.agent),
      await status(talk.mina.agent),
      await status(talk.moderator.agent),
      linked,
    ]
  }
  await showTo('staff')
  expect(await seers()).toEqual([404, 404, 200, 200, false])
  await showTo('members')
  expect(await seers()).toEqual([404, 200, 200, 200, true])
  await showTo('everyone')
  expect(await seers()).toEqual([200, 200, 200, 200, true])
  await talk.moderator.agent.post(`${address()}/hide`, { reason: '광고' })
  expect((await seers()).slice(0, 4)).toEqual([404, 404, 200, 200])
  await talk.moderator.agent.post(`${address()}/restore`, { reason: '아님' })
  await talk.mina.agent.post(`${address()}/delete`, {})
  expect((await seers()).slice(0, 4)).toEqual([404, 404, 404, 404])
})

test('a form that changed nothing, or came too late, leaves no trace; of many changes the newest twenty are kept', async () => {
  await anEditedComment()
  await edit(talk.mina, '국수집은 다리 건너 오른쪽입니다.')
  await talk.mina.agent.post(`${address()}/edit`, { body: '늦게 온 말', version: '1' })
  const kept = () => talk.ctx.db('comment_revisions').orderBy('version').pluck('version')
  expect(await kept()).toEqual([1])
  for (let time = 1; time <= 21; time += 1) await edit(talk.mina, `${time}번째로 고친 말`)
  expect([(await kept()).length, (await kept()).at(0)]).toEqual([20, 4])
  const page = await talk.mina.agent.get(`${address()}/history`)
  expect([page.texts('.comment-history li').length, page.text('.comment-history li:last-child .who')]).toEqual([21, '더 오래된 글'])
})

test('those who keep order take earlier words away for good, and say why: it stands in their log', async () => {
  await showTo('everyone')
  await anEditedComment()
  const page = await talk.moderator.agent.get(`${address()}/history`)
  expect((await talk.mina.agent.get(`${address()}/history`)).has('#purge-form')).toBe(false)
  expect((await talk.moderator.agent.submit(page, '#purge-form', { reason: ' ' })).status).toBe(422)
  const done = await talk.moderator.agent.submit(page, '#purge-form', { reason: '전화번호가 있었음' })
  expect([done.body.includes('왼쪽'), done.body.includes('오른쪽'), done.text('.comment-history')]).toEqual([
    false,
    true,
    expect.stringContaining('운영자가 이 판의 내용을 지웠습니다'),
  ])
  expect(await talk.ctx.db('moderation_actions').where({ action: 'purge-version' }).select('reason', 'memberId', 'commentId')).toEqual([
    { reason: '전화번호가 있었음', memberId: talk.mina.id, commentId: expect.any(Number) },
  ])
  expect((await talk.mina.agent.post(`${address()}/history/purge`, { reason: '나도' })).status).toBe(403)
})
