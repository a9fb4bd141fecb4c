import { expect, test } from 'vitest'
import { hangulMatch } from '../../../src/lib/text/hangul-match.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test.each([
  ['동네책방', '동', 0],
  ['동네책방', '동넻', 0],
  ['동네책방', '동ㄴ', 0],
  ['동네책방', 'ㄷㄴㅊ', 0],
  ['동네책방', 'ㅊㅂ', 1],
  ['동네책방', '책', 1],
  ['동네책방', '서점', null],
  ['node.js', 'no', 0],
] as const)('%s is found by %s as it should be', (word, typed, rank) => {
  expect(hangulMatch(word, typed)).toBe(rank)
})

test('who writes is offered tags of boards that they may read, those that begin so first, the most used of these first', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const staff = await aBoard(site, { slug: 'staff', listLevel: 9, readLevel: 9, writeLevel: 9 })
  const mina = await aMember(site, 'mina')
  await aPost(site, board, mina, { tags: ['동네', '독서모임'] })
  await aPost(site, board, mina, { tags: ['독서모임', '작은동네'] })
  await aPost(site, staff, mina, { tags: ['동네비밀'] })
  const hidden = await aPost(site, board, mina, { tags: ['동네광고'] })
  await changePosts(site, { id: hidden.id }, { status: 'hidden' })
  const offered = async (typed: string) => (await mina.agent.request(`/tags.json?q=${encodeURIComponent(typed)}`)).json()
  expect(await offered('동')).toEqual([
    { tag: '동네', count: 1 },
    { tag: '작은동네', count: 1 },
  ])
  expect(await offered('#동')).toEqual(await offered('동'))
  expect(await offered('ㄷㅅ')).toEqual([{ tag: '독서모임', count: 2 }])
  for (const nothing of ['', '동네책방', '<b>', '%', 'x'.repeat(500)]) expect([nothing, await offered(nothing)]).toEqual([nothing, []])
  expect((await site.visitor().request('/tags.json?q=a')).status).toBe(303)
})
