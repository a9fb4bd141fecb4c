import { expect, test } from 'vitest'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test('everybody sees who a member is, since when, and what they last wrote', async () => {
  const me = await aMember(site, '새봄')
  const board = await aBoard(site, { slug: 'talk' })
  const post = await aPost(site, board, me, { title: '봄이 왔어요' })
  await me.agent.post(`/talk/${post.number}/comments`, { body: '저도 반가워요' })
  const page = await site.visitor().get('/members/%EC%83%88%EB%B4%84')
  expect([page.status, page.text('h1')]).toEqual([200, '새봄'])
  expect(page.texts('.tiles dd')).toEqual(['1', '1'])
  expect(page.links()).toContain(`/talk/${post.number}`)
  expect(page.body).not.toContain('@example.org')
  expect(page.body).not.toContain(me.login)
})

test('of a board that one may not read, neither a title nor a count is told', async () => {
  const me = await aMember(site, '새봄')
  const staff = await aBoard(site, { slug: 'staff', listLevel: 9, readLevel: 9 })
  const post = await aPost(site, staff, me, { title: '비밀 회의' })
  await createComment(site.ctx, { ...me.viewer, level: 9 }, { board: staff, post }, { body: '비밀 이야기' })
  const seen = await site.visitor().get(`/members/${encodeURIComponent('새봄')}`)
  expect(seen.body).not.toContain('비밀 회의')
  expect(seen.texts('.tiles dd')).toEqual(['0', '0'])
  const admin = await aMember(site, '마루', { level: 9 })
  const known = await admin.agent.get(`/members/${encodeURIComponent('새봄')}`)
  expect(known.body).toContain('비밀 회의')
  expect(known.texts('.tiles dd')).toEqual(['1', '1'])
})

test('hidden and deleted posts are neither shown nor counted', async () => {
  const me = await aMember(site, '새봄')
  const board = await aBoard(site, { slug: 'talk' })
  for (const status of ['hidden', 'deleted'] as const) {
    const post = await aPost(site, board, me, { title: `가려진 글 ${status}` })
    await changePosts(site, { id: post.id }, { status })
  }
  const page = await site.visitor().get(`/members/${encodeURIComponent('새봄')}`)
  expect([page.body.includes('가려진 글'), page.texts('.tiles dd')[0]]).toEqual([false, '0'])
})

test('a name in other letters leads to the member; a name that nobody has, or had, is a 404', async () => {
  const me = await aMember(site, 'Iris')
  expect((await site.visitor().get('/members/IRIS')).path).toBe('/members/Iris')
  for (const nickname of ['nobody', '%E3%85%A4', '..%2F', `${'x'.repeat(300)}`, '%00', "'%20OR%201=1"]) {
    expect([nickname, (await site.visitor().get(`/members/${nickname}`)).status]).toEqual([nickname, 404])
  }
  await site.ctx.db('members').where({ id: me.viewer.memberId }).update({ status: 'left' })
  expect((await site.visitor().get('/members/Iris')).status).toBe(404)
})
