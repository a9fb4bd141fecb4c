import type { Post } from '../../src/features/posts/posts.types.ts'
import { setTags } from '../../src/features/posts/tags.service.ts'
import type { Site } from './site.ts'

/** What a reader meets away from the boards: tags of posts that all may read, of one that members read, of one that staff read. */
export async function tagPosts(site: Site, posts: { open: Post[]; closed: { post: Post; tag: string }[] }): Promise<void> {
  for (const post of posts.open) await setTags(site.ctx.db, post, ['동네책방', '산책', 'node.js'])
  for (const { post, tag } of posts.closed) await setTags(site.ctx.db, post, ['동네책방', tag])
}
