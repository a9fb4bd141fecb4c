import { expect, test } from 'vitest'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test('of comments that come at once under a masked post, each writer has one alias and no two share one', async () => {
  const board = await aBoard(site, { slug: 'free', anonymous: true })
  const author = await aMember(site, 'mina')
  const post = await aPost(site, board, author)
  const others = await Promise.all(['jun', 'sora', 'hana', 'doyun'].map((name) => aMember(site, name)))
  const say = ({ viewer }: (typeof others)[number], body: string) => createComment(site.ctx, viewer, { board, post }, { body })
  const paths = await Promise.all([author, ...others].flatMap((writer) => [say(writer, '하나'), say(writer, '둘')]))
  expect(new Set(paths).size).toBe(10)
  const rows = await site.ctx.db<{ authorId: number; alias: number }>('comments').select('authorId', 'alias')
  const aliases = others.map(({ viewer }) => new Set(rows.filter(({ authorId }) => authorId === viewer.memberId).map(({ alias }) => alias)))
  expect(aliases.map(({ size }) => size)).toEqual([1, 1, 1, 1])
  expect(aliases.flatMap((each) => [...each]).sort()).toEqual([1, 2, 3, 4])
  expect(rows.filter(({ authorId }) => authorId === author.viewer.memberId).map(({ alias }) => alias)).toEqual([0, 0])
  const differences = await Array.fromAsync(findDifferences(site.ctx))
  expect(differences.filter(({ what }) => what !== 'ranked posts')).toEqual([])
})

test('one whose answered comment is gone takes nobody with it', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, board, mina)
  const say = (body: string, parent?: number) => createComment(site.ctx, mina.viewer, { board, post }, { body, parent })
  const told = await Promise.allSettled([say('처음'), say('다음'), say('어디에?', 77), say('끝')])
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await site.ctx.db('comments').orderBy('number').pluck('body')).toEqual(['처음', '다음', '끝'])
  expect(await site.ctx.db('posts').where({ id: post.id }).first('commentCount', 'lastCommentNumber')).toEqual({
    commentCount: 3,
    lastCommentNumber: 3,
  })
})
