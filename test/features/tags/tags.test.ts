import { expect, test } from 'vitest'
import { listTagsOf } from '../../../src/features/tags/tags.read-models.ts'
import { setTags } from '../../../src/features/tags/tags.service.ts'
import { readTags, tagsProblem, tagsText } from '../../../src/features/tags/tags.types.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test.each([
  ['#동네책방 #독서', ['동네책방', '독서']],
  ['Node.js, C++ node.JS', ['node.js', 'c++']],
  ['서울\u1103\u1161', ['서울다']],
  ['  ,, # ..  -- ㅤ ', []],
  ['<b>굵게</b> "따옴표" 🎉', ['b굵게b', '따옴표']],
])('%s is read as the tags %j', (typed, tags) => {
  expect(readTags(typed)).toEqual(tags)
  expect(readTags(tagsText(tags))).toEqual(tags)
})

test('a form is told of too many tags and of one that is too long', () => {
  expect(tagsProblem(readTags('하나 둘'))).toBe(null)
  expect(tagsProblem(Array.from({ length: 6 }, (_, n) => `t${n}`))).toBe('posts.tags.tooMany')
  expect(tagsProblem(['가'.repeat(31)])).toBe('posts.tags.tooLong')
})

test('a post keeps its tags in their order; set anew, the old ones are gone, and what is too much is cut', async () => {
  const free = await aBoard(site, { slug: 'free' })
  const post = await aPost(site, free, await aMember(site, 'mina'))
  const set = (tags: string[]) => inTransaction(site.ctx.db, (trx) => setTags(trx, post, tags))
  await set(['산책', '동네', '산책'])
  expect(await listTagsOf(site.ctx.db, post.id)).toEqual(['산책', '동네'])
  await set([...Array.from({ length: 12 }, (_, n) => `t${n}`), '가'.repeat(31)])
  expect(await listTagsOf(site.ctx.db, post.id)).toHaveLength(5)
  await set([])
  expect(await listTagsOf(site.ctx.db, post.id)).toEqual([])
})
