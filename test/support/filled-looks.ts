import { changeListing } from '../../src/features/posts/lists/page-index.repository.ts'
import { listExcerpt } from '../../src/features/posts/lists/post-lists.types.ts'
import { setPinned } from '../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { aBoard, aPost, type Person } from './factories.ts'
import type { Site } from './site.ts'

export const otherLooks = ['gallery', 'cards', 'webzine', 'qna', 'faq'] as const

const categories = [
  { nameKo: '잡담', nameEn: 'Talk', color: 'grey' },
  { nameKo: '질문', nameEn: 'Question', color: 'red' },
  { nameKo: '정보', nameEn: 'News', color: 'orange' },
  { nameKo: '후기', nameEn: 'Review', color: 'green' },
  { nameKo: '나눔', nameEn: 'Gift', color: 'blue' },
  { nameKo: '서른 자를 다 채운 말머리는 넘치지 않아야', nameEn: 'As long as may be', color: 'purple' },
]

/** A board of each look, at /look-…: a notice, posts with and without picture, a title that can't be broken, one of nothing yet. */
export async function fillLooks(site: Site, author: Person, { picture, wideTitle }: { picture: () => Promise<string>; wideTitle: string }) {
  const { db } = site.ctx
  for (const look of otherLooks) {
    const board = await aBoard(site, {
      slug: `look-${look}`,
      nameKo: `모양 ${look}`,
      nameEn: `Look ${look}`,
      look,
      votes: 'updown',
      hotViews: 10,
    })
    for (const category of categories) await db('board_categories').insert({ ...category, boardId: board.id })
    await site.ctx.memory.forget('boards')
    const [first] = await db('board_categories').where({ boardId: board.id }).orderBy('id').select('id')
    const texts = [
      ['먼저 읽어 주세요', '서로 존댓말을 씁니다.'],
      ['사진이 있는 글', `어제 찍었습니다.\n\n${await picture()}`],
      [wideTitle, '가'.repeat(500)],
      ['👨‍👩‍👧‍👦 사진이 없는 글 <b>', '## 제목\n\n- 하나\n- 둘\n\n각주[^1]\n\n[^1]: 아래'],
    ] as const
    for (const [index, [title, body]] of texts.entries()) {
      const post = await aPost(site, board, author, { title, body })
      const file = await db('files').where({ postId: post.id }).first('fileKey')
      const known = { excerpt: listExcerpt(body), coverKey: file?.fileKey ?? null, hasVideo: 1, hasLink: 1, viewCount: index * 6 }
      await db('posts').where({ id: post.id }).update(known)
      if (index % 2) await inTransaction(db, (trx) => changeListing(trx, post.id, { categoryId: first.id + index }))
      if (index === 0) await inTransaction(db, (trx) => setPinned(trx, post, site.clock.now()))
    }
  }
}
