import type { Db } from '../../lib/db/db.ts'
import * as repository from './tags.repository.ts'
import { readTags, TAG_LENGTH, TAGS_LIMIT } from './tags.types.ts'

/** Inside the transaction that writes the post. The form has refused what is too long or too much; whatever comes another way is cut. */
export async function setTags(trx: Db, post: { id: number; boardId: number }, tags: readonly string[]): Promise<void> {
  const clean = readTags(tags.join(' ')).filter((tag) => [...tag].length <= TAG_LENGTH)
  await repository.replaceTags(trx, post, clean.slice(0, TAGS_LIMIT))
}

/** Whoever moves posts to another board takes their tags along: their lists go by the board. */
export async function moveTags(trx: Db, postIds: readonly number[], boardId: number): Promise<void> {
  if (postIds.length > 0) await repository.moveTags(trx, postIds, boardId)
}
