import type { Board } from '../../src/features/boards/boards.types.ts'
import { postPath } from '../../src/features/posts/posts.paths.ts'
import { publishScheduledPost } from '../../src/features/posts/scheduled-posts/publish-scheduled.service.ts'
import { markFailed } from '../../src/features/posts/scheduled-posts/scheduled-posts.repository.ts'
import { schedulePost } from '../../src/features/posts/scheduled-posts/scheduled-posts.service.ts'
import type { ScheduledPost } from '../../src/features/posts/scheduled-posts/scheduled-posts.types.ts'
import { aPost, type Person } from './factories.ts'
import type { Site } from './site.ts'

export interface Plans {
  /** Ids of planned posts. */
  waiting: number
  homeless: number
  /** Addresses of what its author alone sees. */
  privatePost: string
}

/** Posts that wait for their hour: one, one with a title that breaks nowhere, one whose board is gone, one that is published. */
export async function planPosts(site: Site, board: Board, author: Person): Promise<Plans> {
  const plan = async (title: string, hours: number): Promise<ScheduledPost> => {
    const publishAt = new Date(site.clock.now().getTime() + hours * 3_600_000)
    const typed = { title, body: '- 첫째\n- 둘째', publish: 'later' }
    const key = { submissionKey: undefined, draftKey: undefined }
    await schedulePost(site.ctx, author.viewer, board, { ...key, title, body: typed.body, typed, publishAt })
    return site.ctx.db('scheduled_posts').orderBy('id', 'desc').first()
  }
  const waiting = await plan('내일 아침에 올릴 글', 10)
  await plan(`제목이길고빈칸이없는예약글${'가나다라마바사아자차카타파하'.repeat(8)}`, 30)
  const homeless = await plan('갈 곳을 잃은 글', 20)
  await site.ctx.db('scheduled_posts').where({ id: homeless.id }).update({ boardId: 999_999 })
  await markFailed(site.ctx.db, homeless, 'board')
  await publishScheduledPost(site.ctx, await plan('어제 예약한 글', 1))
  const kept = await aPost(site, board, author, { title: '나만 보는 일기', body: '아무에게도 보이지 않습니다.', private: true })
  return { waiting: waiting.id, homeless: homeless.id, privatePost: postPath(board, kept.number) }
}
