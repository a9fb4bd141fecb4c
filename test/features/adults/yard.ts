import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import type { Site } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'

/** As the staff would have made them one. */
export async function anAdult(site: Site, nickname: string): Promise<Person> {
  const person = await aMember(site, nickname)
  await site.ctx
    .db('members')
    .where({ id: person.viewer.memberId })
    .update({ adultConfirmedAt: site.clock.now(), adultConfirmedBy: 'staff' })
  person.viewer.adult = true
  return person
}

/** One post with everything that hangs on a post, on a board for adults; every word of it holds "canarynight". */
export async function aNightBoard(site: Site): Promise<{ board: Board; author: Person; number: number; picture: string; paths: string[] }> {
  const board = await aBoard(site, { slug: 'night', nameKo: '밤', nameEn: 'Night', adultsOnly: true, linkCount: 1 })
  const author = await anAdult(site, '올빼미')
  const { markdown, path: picture, thumbnailPath } = await keepPicture(site.ctx, author.viewer)
  const words = { title: 'canarynight 제목', body: `canarynight 본문 ${markdown}`, tags: ['canarynight'] }
  const post = await aPost(site, board, author, words)
  await createComment(site.ctx, author.viewer, { board, post }, { body: 'canarynight 댓글', parent: undefined })
  await site.ctx.db('post_links').insert({ postId: post.id, position: 1, url: 'https://example.org/canarynight' })
  const at = `/night/${post.number}`
  const gated = ['/night', '/night?page=2', '/night?author=올빼미', '/feeds/night.xml', at, `${at}?comments=2`, '/night/999']
  const acts = ['comments/1', 'links/1']
  return {
    board,
    author,
    number: post.number,
    picture,
    paths: [...gated, ...acts.map((act) => `${at}/${act}`), `/cards/night/${post.number}.png`, picture, thumbnailPath ?? picture],
  }
}
