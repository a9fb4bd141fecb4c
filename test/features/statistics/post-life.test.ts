import { expect, test } from 'vitest'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { postPath } from '../../../src/features/posts/posts.paths.ts'
import { aMember, aPost, firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, settledDays } from '../visits/counting.ts'

const site = useSite({ TRUST_PROXY: '1' })

test('a post tells how many read it on each day, and rankings lead there', async () => {
  const writer = await aMember(site, '글쓴이')
  const { free } = await firstBoards(site)
  const post = await aPost(site, free, writer, { title: '옥상 텃밭 일기' })
  await createComment(site.ctx, writer.viewer, { board: free, post }, { body: '올해는 상추.' })
  for (const address of ['198.51.100.7', '198.51.100.8']) {
    const reader = browserAt(site.url, address)
    await reader.get(postPath(free, post.number))
    await reader.get(postPath(free, post.number))
  }
  await settledDays(site)
  const { agent } = await aMember(site, '관리자', { level: 9 })
  const pages = await agent.get('/console/visitors/pages')
  const link = pages.root.querySelectorAll('.rows--ranking a').find((each) => each.textContent === '옥상 텃밭 일기')
  const life = await agent.get(link?.getAttribute('href') ?? '')
  expect(life.text('h1')).toBe('옥상 텃밭 일기')
  expect(life.texts('tbody tr')).toHaveLength(1)
  expect(life.texts('tbody td')).toEqual(['2', '4', '1'])
  const csv = await agent.get(life.root.querySelector('.statistics a[href*=csv]')?.getAttribute('href') ?? '')
  expect(csv.body).toMatch(/날짜,읽은 사람,페이지 보기,댓글\r\n\d{4}-\d{2}-\d{2},2,4,1\r\n/)
})

test('of a post that is not there nothing is told', async () => {
  const { agent } = await aMember(site, '관리자', { level: 9 })
  for (const id of ['999999', '0', 'x', '99999999999999999999']) expect((await agent.get(`/console/visitors/posts/${id}`)).status).toBe(404)
})
