import type { Db } from '../../lib/db/db.ts'
import type { LinkCard, LinkCards } from '../../lib/html/link-cards.ts'
import type { Post, PostBody } from '../posts/posts.types.ts'
import { cardImagePath } from './link-cards.paths.ts'
import { type LinkCardRow, urlHash } from './link-cards.types.ts'

/** What is known of these addresses now, for `renderMarkdown`. */
export async function listLinkCards(db: Db, urls: readonly string[]): Promise<LinkCards> {
  if (urls.length === 0) return new Map()
  const rows = await db<LinkCardRow>('link_cards').whereIn('urlHash', urls.map(urlHash)).where({ status: 'ready' })
  return new Map(rows.map((row) => [row.url, linkCard(row)]))
}

const linkCard = ({ url, title, description, siteName, imageKey, imageWidth, imageHeight }: LinkCardRow): LinkCard => ({
  url,
  title,
  description,
  siteName,
  image: imageKey && imageWidth && imageHeight ? { path: cardImagePath(imageKey), width: imageWidth, height: imageHeight } : null,
})

type LinkedText = Pick<Post, 'boardId' | 'status' | 'secret'> & Pick<PostBody, 'source'>

export const findLinkedText = (db: Db, postId: number): Promise<LinkedText | undefined> =>
  db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .where('p.id', postId)
    .first<LinkedText | undefined>('p.boardId', 'p.status', 'p.secret', 'b.source')

/** Where an address stands, the newest posts first. */
export const listLinkingPosts = (db: Db, hash: string): Promise<Pick<Post, 'boardId' | 'status' | 'secret'>[]> =>
  db('link_card_posts as l')
    .join('posts as p', 'p.id', 'l.postId')
    .where('l.urlHash', hash)
    .orderBy('l.postId', 'desc')
    .limit(100)
    .select('p.boardId', 'p.status', 'p.secret')

export const findCardImage = (db: Db, imageKey: string): Promise<Pick<LinkCardRow, 'fetchedAt'> | undefined> =>
  db<LinkCardRow>('link_cards').where({ imageKey }).first('fetchedAt')
