import type { AppContext } from '../../src/context.ts'
import { threadPath } from '../../src/features/comments/comments.types.ts'
import { findDifferences, mendDifference } from '../../src/features/posts/counts/counts.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'

type Held = Pick<AppContext, 'db' | 'clock'>

/** Posts as a test wants them, in one step. Their lists know it, and as many votes and comments as they say are there. */
export async function changePosts(site: { ctx: Held }, where: Partial<Post>, facts: Partial<Post>): Promise<void> {
  const { db } = site.ctx
  const posts = await db<Post>('posts').where(where).orderBy('id')
  for (const post of posts) {
    if (facts.voteCount) await castVotes(site, post, facts.voteCount)
    if (facts.commentCount) await writeComments(site, post, facts.commentCount)
    await db('posts').where({ id: post.id }).update(facts)
  }
  await countAnew(site)
}

/** After rows were written by hand: everything kept of them as the site would have kept it. */
export async function countAnew({ ctx }: { ctx: Held }): Promise<void> {
  for (const difference of await Array.fromAsync(findDifferences(ctx))) await mendDifference(ctx, difference)
}

const NOBODY = 9_000_000

/** By members whom nobody knows. */
export async function castVotes({ ctx: { db, clock } }: { ctx: Held }, { id: postId }: Pick<Post, 'id'>, count: number): Promise<void> {
  const createdAt = clock.now()
  const votes = Array.from({ length: count }, (_, index) => ({ postId, memberId: NOBODY + index, value: 1, createdAt }))
  if (count > 0) await db('post_votes').insert(votes)
  await db('posts').where({ id: postId }).update({ voteCount: count })
}

/** By members whom nobody knows. */
export async function castCommentVotes({ ctx }: { ctx: Held }, where: { postId: number; number: number }, count: number): Promise<void> {
  const { id: commentId } = await ctx.db('comments').where(where).first('id')
  const createdAt = ctx.clock.now()
  await ctx
    .db('comment_votes')
    .insert(Array.from({ length: count }, (_, index) => ({ commentId, memberId: NOBODY + index, value: 1, createdAt })))
  await countAnew({ ctx })
}

/** By members whom nobody knows. */
async function writeComments({ ctx: { db, clock } }: { ctx: Held }, { id: postId }: Pick<Post, 'id'>, count: number): Promise<void> {
  const text = { body: '말', html: '<p>말</p>', rendererVersion: 1, createdAt: clock.now() }
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  await db('comments').insert(numbers.map((number) => ({ postId, number, path: threadPath(null, number), authorId: NOBODY, ...text })))
  await db('posts').where({ id: postId }).update({ lastCommentNumber: count })
}
