import type { Board } from '../../src/features/boards/boards.types.ts'
import { editPost } from '../../src/features/posts/posts.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { purgeVersion } from '../../src/features/revisions/revisions.service.ts'
import type { Person } from './factories.ts'
import type { Site } from './site.ts'
import { longText } from './texts.ts'

/** A long post that was changed three times, once only in its title; one version had to go. It ends as it began. */
export async function rewrite(
  site: Site,
  board: Board,
  post: Post,
  { author, moderator }: Record<'author' | 'moderator', Person>,
): Promise<void> {
  const texts = [
    { title: post.title, body: longText.replace('책방', '헌책방'), why: `맞춤법 ${'과 띄어쓰기'.repeat(12)}` },
    { title: `${post.title} 010-0000-0000`, body: `${longText}\n\n전화번호를 적었다가 지웠습니다.`, why: '' },
    { title: post.title, body: longText, why: '전화번호를 뺐습니다' },
  ]
  for (const [index, text] of texts.entries()) await editPost(site.ctx, author.viewer, { board, post }, { ...text, version: index + 1 })
  await purgeVersion(site.ctx, moderator.viewer, { board, post }, { version: 3, reason: '전화번호' })
}
