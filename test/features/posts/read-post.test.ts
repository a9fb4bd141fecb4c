import { expect, test } from 'vitest'
import { useSite } from '../../support/site.ts'
import { aBoard, aPerson, aPost } from './people.ts'

const site = useSite()

test('a post shows its title, board, author, text and honest counts', async () => {
  const board = await aBoard(site, { slug: 'free', nameKo: '자유게시판' })
  const mina = await aPerson(site, 'mina')
  const post = await aPost(site, board, mina, { title: 'R&D <ⓒ 예산>', body: '가장 먼저 바뀌는 것은 **예약표**라고 했다.' })
  const page = await site.visitor().get(`/free/${post.number}`)
  expect(page.status).toBe(200)
  expect(page.text('title')).toBe('R&amp;D &lt;ⓒ 예산&gt; &gt; 자유게시판')
  expect(page.text('.facts')).toContain('mina')
  expect(page.text('.text strong')).toBe('예약표')
  expect(page.text('.facts')).toContain('조회 0')
})
