import { expect, test } from 'vitest'
import { fillDemo } from '../../src/corpus/demo/fill-demo.ts'
import { demoPeople } from '../../src/corpus/texts/demo-people.ts'
import { demoPosts } from '../../src/corpus/texts/demo-posts.ts'
import { findDifferences } from '../../src/features/posts/counts/counts.service.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

test('the demo is a community with a past: boards, talk, pictures, notices, a hidden and a closed post, visitors', async () => {
  const done = await fillDemo(site.ctx, '!')
  expect(done.post).toBeGreaterThan(100)
  expect(done.comment).toBeGreaterThan(300)
  expect(done.moderate).toBe(demoPosts.filter(({ act }) => act).length)
  const visitor = site.visitor()
  const free = await visitor.get('/free')
  expect(free.texts('.posts .t')[0]).toContain('오늘 이사 왔습니다')
  const looks = { photo: '.items--gallery .cover img', food: '.items--webzine', books: '.items--cards', qna: '.items--qna .answer--solved' }
  for (const [slug, part] of Object.entries(looks)) expect([slug, (await visitor.get(`/${slug}`)).has(part)]).toEqual([slug, true])
  expect((await visitor.get('/often-asked')).texts('.faq summary')).toHaveLength(5)
  expect((await visitor.get('/market')).texts('.chips a').every((chip) => !/ 0/.test(chip))).toBe(true)
  expect(await site.ctx.db('visit_days').where('visitors', '>', 0).count({ days: '*' }).first()).toEqual({ days: 401 })
  const now = site.clock.now()
  for (const table of ['posts', 'comments', 'post_votes', 'moderation_actions', 'files']) {
    const late = await site.ctx.db(table).where('createdAt', '>', now).first('createdAt')
    expect([table, late]).toEqual([table, undefined])
  }
  const hidden = await site.ctx.db('posts').where({ status: 'hidden' }).select('number')
  expect(hidden).toHaveLength(1)
  expect((await visitor.get(`/free/${hidden[0].number}`)).status).toBe(404)
  const differences = []
  for await (const difference of findDifferences(site.ctx)) differences.push(difference)
  expect(differences).toEqual([])
}, 180_000)

test('everyone in the demo is one of its people, and answers somebody who was there before', () => {
  const names = new Set(demoPeople.map(({ nickname }) => nickname))
  for (const { by, title, comments = [], act } of demoPosts) {
    for (const name of [by, ...comments.map((comment) => comment.by), ...(act ? [act.by] : [])])
      expect([title, names.has(name)]).toEqual([title, true])
    for (const [index, { to }] of comments.entries()) if (to !== undefined) expect(to).toBeLessThanOrEqual(index)
    expect([...title].length).toBeLessThanOrEqual(100)
  }
})
