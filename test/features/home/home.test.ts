import { expect, test } from 'vitest'
import { setPinned, setPostStatus } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test('the front page shows the newest of every board, and notices above them', async () => {
  const free = await aBoard(site, { slug: 'free', nameKo: '자유게시판', position: 1 })
  const quiet = await aBoard(site, { slug: 'quiet', nameKo: '조용한 곳', position: 2 })
  const mina = await aMember(site, 'mina')
  for (let count = 1; count <= 8; count += 1) await aPost(site, free, mina, { title: `${count}번째` })
  const rules = await aPost(site, free, mina, { title: '이용 규칙' })
  const hidden = await aPost(site, free, mina, { title: '숨긴 글' })
  await inTransaction(site.ctx.db, async (trx) => {
    await setPinned(trx, rules, new Date())
    await setPostStatus(trx, hidden, 'hidden', new Date())
  })
  const home = await site.visitor().get('/')
  expect(home.texts('.lead a')).toEqual(['이용 규칙'])
  expect(home.texts('.blocks h2 a:first-child')).toEqual(['자유게시판', '조용한 곳'])
  expect(home.texts('.blocks li a')).toEqual(['8번째', '7번째', '6번째', '5번째', '4번째', '3번째'])
  expect(home.text('.block__empty')).toBe('아직 글이 없습니다.')
  expect((await mina.agent.get('/')).has(`.block__empty a[href="/${quiet.slug}/write"]`)).toBe(true)
})

test('this week’s popular posts stand in the side column, the most recommended first', async () => {
  const free = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const [plain, talked, praised, old] = [
    await aPost(site, free, mina, { title: '조용한 글' }),
    await aPost(site, free, mina, { title: '말 많은 글' }),
    await aPost(site, free, mina, { title: '추천 많은 글' }),
    await aPost(site, free, mina, { title: '지난달의 글' }),
  ]
  await changePosts(site, { id: talked.id }, { commentCount: 5 })
  await changePosts(site, { id: praised.id }, { voteCount: 3 })
  await changePosts(site, { id: old.id }, { voteCount: 50, createdAt: new Date(Date.now() - 30 * 86_400_000) })
  await site.ctx.memory.forget('popular')
  const side = (await site.visitor().get('/')).texts('.side ol a')
  expect(side).toEqual(['추천 많은 글', '말 많은 글'])
  expect(plain.number).toBe(1)
})

test('a post that is hidden leaves the popular ones at once', async () => {
  const free = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const moderator = await aMember(site, '지기', { moderates: [free] })
  const post = await aPost(site, free, mina, { title: '말 많은 글' })
  await changePosts(site, { id: post.id }, { commentCount: 5 })
  await site.ctx.memory.forget('popular')
  expect((await site.visitor().get('/')).texts('.side ol a')).toEqual(['말 많은 글'])
  await moderator.agent.post(`/free/${post.number}/hide`, { reason: '광고' })
  expect((await site.visitor().get('/')).texts('.side ol a')).toEqual([])
})

test('with no board to read, the front page says so and offers log-in', async () => {
  await aBoard(site, { slug: 'inner', listLevel: 2, readLevel: 2 })
  const home = await site.visitor().get('/')
  expect(home.status).toBe(200)
  expect(home.text('.empty a')).toBe('로그인')
})
