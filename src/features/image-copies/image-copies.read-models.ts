import type { Db } from '../../lib/db/db.ts'
import { linkedFrom } from '../../lib/html/markdown.ts'
import { urlHash } from '../link-cards/link-cards.types.ts'
import type { Post, PostBody } from '../posts/posts.types.ts'
import { filePath } from '../uploads/uploads.paths.ts'
import type { ImageCopy } from './image-copies.types.ts'

/** Where our copy of each of these pictures lies, for `renderMarkdown`. */
export async function listImageCopies(db: Db, postId: number, urls: readonly string[]): Promise<Map<string, string>> {
  if (urls.length === 0) return new Map()
  const rows = await db('image_copies as c')
    .join('files as f', 'f.fileKey', 'c.fileKey')
    .where('c.postId', postId)
    .whereIn('c.urlHash', urls.map(urlHash))
    .select<{ url: string; fileKey: string; name: string }[]>('c.url', 'f.fileKey', 'f.name')
  return new Map(rows.map((row) => [row.url, filePath(row)]))
}

/** Keys of the files that stand in for what this text of the post names: they are the post's as those are that it names itself. */
export async function listCopiedKeys(trx: Db, postId: number, source: string): Promise<string[]> {
  const { images } = linkedFrom(source)
  if (images.length === 0) return []
  const copies = await trx<ImageCopy>('image_copies').where({ postId }).whereIn('urlHash', images.map(urlHash))
  return copies.flatMap(({ fileKey }) => fileKey ?? [])
}

type ShownText = Pick<Post, 'id' | 'boardId' | 'authorId' | 'status' | 'secret'> & Pick<PostBody, 'source'>

export const findShownText = (db: Db, postId: number): Promise<ShownText | undefined> =>
  db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .where('p.id', postId)
    .first<ShownText | undefined>('p.id', 'p.boardId', 'p.authorId', 'p.status', 'p.secret', 'b.source')
