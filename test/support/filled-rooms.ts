import { guest } from '../../src/context.ts'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { createPost } from '../../src/features/posts/writing/create-post.service.ts'
import { aBoard, aPost, type Person } from './factories.ts'
import type { Site } from './site.ts'

export const GUESTS_PASSWORD = 'stepping-stone-5'

/** A board on which everybody writes, with what somebody wrote who is no member. @returns its address */
export async function guestWrites(site: Site): Promise<string> {
  const board = await aBoard(site, { slug: 'square', nameKo: '열린 마당', nameEn: 'Open square', writeLevel: 1 })
  const by = { name: '지나가던나그네', password: GUESTS_PASSWORD, proved: true }
  return createPost(site.ctx, guest, board, { title: '길을 묻습니다', body: '역이 **어느 쪽**입니까?', guest: by })
}

/** A board without names, with a post and an answer to it. */
export async function whisper(site: Site, { author, member }: { author: Person; member: Person }): Promise<void> {
  const board = await aBoard(site, { slug: 'whisper', nameKo: '대나무숲', nameEn: 'Bamboo grove', anonymous: true })
  const post = await aPost(site, board, author, { title: '말 못 한 이야기', body: '아무에게도 말하지 못했습니다.' })
  await createComment(site.ctx, member.viewer, { board, post }, { body: '저도 그랬어요.', parent: undefined })
}

/** A board for adults; of those who walk here the owner alone may read it. */
export async function night(site: Site, owner: Person, canary: string): Promise<void> {
  const board = await aBoard(site, { slug: 'night', nameKo: '밤이야기', nameEn: 'Night talk', adultsOnly: true })
  await aPost(site, board, owner, { title: `빚은 술 ${canary}`, body: `쌀과 누룩 ${canary}` })
}
