import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { setTags } from '../../../src/features/tags/tags.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import type { Site } from '../../support/site.ts'

/** Posts that stand in no list of the whole site for a guest: each for another reason, each with a comment and a tag. */
export async function aYardWithWalls(site: Site) {
  const open = await aBoard(site, { slug: 'free', nameKo: '자유' })
  const mina = await aMember(site, '미나')
  const walls: Record<string, Board> = {
    staff: await aBoard(site, { slug: 'staff', listLevel: 9, readLevel: 9 }),
    members: await aBoard(site, { slug: 'inside', readLevel: 2 }),
    night: await aBoard(site, { slug: 'night', adultsOnly: true }),
    ask: await aBoard(site, { slug: 'ask', consultation: true }),
    whisper: await aBoard(site, { slug: 'whisper', secret: 'always' }),
  }
  const seen = await aTalkedPost(site, open, mina, '모두의 글')
  for (const [name, board] of Object.entries(walls)) await aTalkedPost(site, board, mina, `가린 글 ${name}`)
  const changes = {
    hidden: { status: 'hidden' },
    deleted: { status: 'deleted' },
    pending: { status: 'pending' },
    secret: { secret: 1 },
  } as const
  for (const [name, change] of Object.entries(changes)) {
    const post = await aTalkedPost(site, open, mina, `가린 글 ${name}`)
    await changePosts(site, { id: post.id }, change)
  }
  await site.ctx.memory.forget('popular')
  return { open, mina, seen, walls }
}

export async function aTalkedPost(site: Site, board: Board, author: Person, title: string): Promise<Post> {
  const post = await aPost(site, board, author, { title })
  const viewer = { ...author.viewer, level: 10 }
  await createComment(site.ctx, viewer, { board, post }, { body: `말: ${title}`, parent: undefined })
  await setTags(site.ctx.db, post, ['동네'])
  return post
}
