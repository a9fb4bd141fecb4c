import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { guest } from '../../src/context.ts'
import { loadPlace } from '../../src/features/comments/comment-place.read-models.ts'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { createPost } from '../../src/features/posts/writing/create-post.service.ts'
import { listSets } from '../../src/features/stickers/stickers.read-models.ts'
import { addSet, addStickers } from '../../src/features/stickers/stickers.service.ts'
import { canaries } from './canaries.ts'
import { aBoard, aPost, type Person } from './factories.ts'
import type { Site } from './site.ts'

export const GUESTS_PASSWORD = 'stepping-stone-5'

/** A board on which everybody writes, with what somebody wrote who is no member. @returns its address */
export async function guestWrites(site: Site): Promise<string> {
  const levels = { writeLevel: 1, commentLevel: 1, deleteAfterComments: true }
  const board = await aBoard(site, { slug: 'square', nameKo: '열린 마당', nameEn: 'Open square', ...levels })
  const by = { name: '지나가던나그네', password: GUESTS_PASSWORD, proved: true }
  const address = await createPost(site.ctx, guest, board, { title: '길을 묻습니다', body: '역이 **어느 쪽**입니까?', guest: by })
  const place = await loadPlace(site.ctx, guest, { board: board.slug, number: Number(address.split('/').at(-1)) })
  await createComment(site.ctx, guest, place, { body: '다리를 건너 오른쪽입니다.', guest: { ...by, name: '동네사람' } })
  await createComment(site.ctx, guest, place, { body: '저도 궁금합니다.', guest: { ...by, name: '또 다른 손님', proved: false } })
  return address
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

/** A board on which comments may be secret, with one, and an answer to it. */
export async function confide(site: Site, { author, member }: { author: Person; member: Person }): Promise<void> {
  const board = await aBoard(site, { slug: 'stalls', nameKo: '벼룩시장', nameEn: 'Flea market', secretComments: true })
  const post = await aPost(site, board, author, { title: '자전거 나눕니다', body: '안장만 갈면 탈 수 있어요.' })
  const say = (by: Person, draft: { body: string; parent?: number; secret?: boolean }) =>
    createComment(site.ctx, by.viewer, { board, post }, draft)
  await say(member, { body: `제 번호예요. ${canaries.secretComment}`, secret: true })
  await say(author, { body: '문자 드렸습니다.', parent: 1 })
  await say(member, { body: '고맙습니다! 토요일에 갈게요.', parent: 2, secret: false })
}

/** A set of stickers, one of which somebody wrote. @returns its address in the console */
export async function sticker(site: Site, { owner, member }: { owner: Person; member: Person }): Promise<string> {
  await addSet(site.ctx, owner.viewer, { slug: 'cat', nameKo: '마당 고양이', nameEn: 'Yard cats', offered: 1 })
  const path = join(site.ctx.config.varDir, 'sticker.png')
  await writeFile(
    path,
    await sharp({ create: { width: 200, height: 200, channels: 3, background: '#7a9a5b' } })
      .png()
      .toBuffer(),
  )
  const [set] = await listSets(site.ctx)
  if (!set) throw new Error('no set of stickers')
  await addStickers(site.ctx, owner.viewer, { ...set, stickers: [] }, [{ path, name: 'wave.png' }])
  const place = await loadPlace(site.ctx, member.viewer, { board: 'stalls', number: 1 })
  await createComment(site.ctx, member.viewer, place, { body: '그때 봐요 :cat/wave:' })
  return `/console/stickers/${set.id}`
}
