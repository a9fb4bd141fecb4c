import type { Board } from '../../src/features/boards/boards.types.ts'
import { moderatePost } from '../../src/features/moderation/moderation.service.ts'
import { votePoll } from '../../src/features/polls/poll-votes.service.ts'
import type { PollDraft } from '../../src/features/polls/polls.types.ts'
import { aBoard, aPost, type Person } from './factories.ts'
import type { Site } from './site.ts'

const poll: PollDraft = {
  question: '봄 소풍은 어디로 갈까요?',
  choices: ['바다', '산', '띄어쓰지않은보기가길면옆으로밀리지않는지보는보기'.repeat(3), '집에서 쉰다 <조용히>'],
  most: 2,
  endsAt: null,
  results: 'always',
  named: true,
  fixed: false,
}

/** Posts of other kinds than text, at /kinds/1 …: an open ballot with votes, a secret one whose results wait. */
export async function fillKinds(
  site: Site,
  { author, member, moderator }: Record<'author' | 'member' | 'moderator', Person>,
): Promise<void> {
  const board = await aBoard(site, { slug: 'kinds', nameKo: '투표와 답변', nameEn: 'Polls and answers' })
  const open = await aPost(site, board, author, { title: '봄 소풍', body: '골라 주세요.', poll })
  await votePoll(site.ctx, member.viewer, { board, post: open }, [1, 3])
  await votePoll(site.ctx, moderator.viewer, { board, post: open }, [1])
  const endsAt = new Date(site.clock.now().getTime() + 86_400_000)
  const secret = { ...poll, most: 1, endsAt, results: 'ended' as const, named: false, fixed: true }
  const post = await aPost(site, board, author, { title: '모임 이름 정하기', body: '하나만 골라 주세요.', poll: secret })
  await votePoll(site.ctx, member.viewer, { board, post }, [2])
  await answers(site, board, { author, member, moderator })
}

/** A question with more answers than a list shows below it, the last of them as far in as they go. */
async function answers(
  site: Site,
  board: Board,
  { author, member, moderator }: Record<'author' | 'member' | 'moderator', Person>,
): Promise<void> {
  const root = await aPost(site, board, author, { title: '베란다에서 토마토를 키워도 될까요?', body: '볕은 오전에만 듭니다.' })
  let parent = root
  for (let level = 1; level <= 7; level += 1) {
    parent = await aPost(site, board, level % 2 ? member : author, {
      title: `Re: 토마토 이야기 ${level} ${'길게'.repeat(level * 6)}`,
      parent,
    })
  }
  const gone = await aPost(site, board, member, { title: '지운 답', parent: root })
  const left = await aPost(site, board, author, { title: '남은 답', parent: gone })
  await moderatePost(site.ctx, { ...moderator.viewer, level: 10 }, { board, post: gone }, { action: 'hide', reason: '광고' })
  if (left.rootId !== root.id) throw new Error('an answer left its thread')
}
