import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { mergeBoards } from '../../../src/features/console/merge-boards.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { purgeReads } from '../../../src/features/reading-marks/reading-marks.jobs.ts'
import { soon } from '../../support/browser.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let talk: Board
let free: Board
let admin: Person
let junho: Person

beforeEach(async () => {
  talk = await aBoard(site, { slug: 'talk' })
  free = await aBoard(site, { slug: 'free' })
  admin = await aMember(site, '운영자', { level: 9 })
  junho = await aMember(site, '준호')
})

const write = (board: Board, title: string) => aPost(site, board, admin, { title })
const merge = (from: Board, into: Board) => mergeBoards(site.ctx, admin.viewer, { from, into })
const markRead = (slug: string) => junho.agent.post(`/${slug}/read`, {})
const readOnes = async () => (await junho.agent.get('/free')).texts('.row.is-read .t').sort()
const counts = async () => (await junho.agent.get('/free')).texts('.row .count > [aria-hidden]')

/** At whichever address it has now. */
async function open(slug: string, { id }: Pick<Post, 'id'>) {
  const post = await site.ctx.db<Post>('posts').where({ id }).first()
  await junho.agent.get(`/${slug}/${post?.number}`)
  await soon(() => site.ctx.db('post_reads').where({ memberId: junho.viewer.memberId, postId: id }).first('postId')).toBeTruthy()
}

test('what a member had read on either board stays read after a merge, and what they had not stays unread', async () => {
  await write(talk, '수다 하나')
  await write(free, '자유 하나')
  await markRead('talk')
  await open('talk', await write(talk, '수다 둘'))
  await write(talk, '수다 셋')
  await write(free, '자유 둘')
  await merge(talk, free)
  expect(await readOnes()).toEqual(['수다 둘', '수다 하나'])
})

test('having read all of a board says nothing of the posts that a merge brings later', async () => {
  await write(talk, '수다 하나')
  await write(free, '자유 하나')
  await markRead('free')
  await merge(talk, free)
  expect(await readOnes()).toEqual(['자유 하나'])
})

test('marking a board as read marks what came with merges too, one after another, and the comments that were new there', async () => {
  const third = await aBoard(site, { slug: 'third' })
  const post = await write(talk, '수다 하나')
  await write(third, '셋째 하나')
  await open('talk', post)
  await createComment(site.ctx, admin.viewer, { board: talk, post }, { body: '새 말', parent: undefined })
  await merge(talk, third)
  await merge(third, free)
  expect(await counts()).toEqual(['[1 +1]'])
  await markRead('free')
  expect([await readOnes(), await counts()]).toEqual([['셋째 하나', '수다 하나'], ['[1]']])
  await write(free, '자유 하나')
  expect(await readOnes()).toHaveLength(2)
})

test('posts that came with a merge and were read half a year ago, before it or after, stay read, and no others become so', async () => {
  await write(free, '자유 하나')
  const [before, after] = [await write(talk, '수다 하나'), await write(talk, '수다 둘')]
  await open('talk', before)
  await merge(talk, free)
  await open('free', after)
  await site.ctx.db('post_reads').update({ readAt: new Date(site.clock.now().getTime() - 86_400_000) })
  expect(await purgeReads(site.ctx, new Date(site.clock.now().getTime() - 1_000))).toBe(2)
  expect(await readOnes()).toEqual(['수다 둘', '수다 하나'])
})
