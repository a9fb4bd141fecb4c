import { excerpt } from '../../../lib/html/excerpt.ts'
import type { Post, PostStatus } from '../posts.types.ts'

/**
 * The lists of a board in which a post stands by its number, each counted in blocks (`list_blocks`). The generated columns of `posts` say the
 * same in SQL, and each list has an index on them.
 */
export type NumberList = 'newest' | 'unanswered' | 'popular' | `category:${number}` | `author:${number}` | `mine:${number}`

type Hanging = 'rootId' | 'hangs' | 'replyCount'

/** Of a post: what decides in which lists it stands. */
export type Listing = Pick<Post, 'status' | 'pinnedAt' | 'categoryId' | 'authorId' | 'anonymous' | 'commentCount' | 'popularAt' | Hanging>

/** The same rule as the generated column `listed`: a notice stands above the lists, a reply below its root, what waits or was taken away nowhere. */
export const isListed = ({ status, pinnedAt, hangs }: { status: PostStatus; pinnedAt: Date | null; hangs: 0 | 1 }): boolean =>
  status === 'visible' && pinnedAt === null && hangs === 0

/** `author` is for others, and holds nobody's anonymous posts; `mine` is for the author alone, and holds all. */
export function listsOf(post: Listing): NumberList[] {
  if (!isListed(post)) return []
  const lists: NumberList[] = ['newest']
  if (post.commentCount === 0 && post.replyCount === 0) lists.push('unanswered')
  if (post.popularAt !== null) lists.push('popular')
  if (post.categoryId !== null) lists.push(`category:${post.categoryId}`)
  if (post.authorId !== null) lists.push(`mine:${post.authorId}`)
  if (post.authorId !== null && post.anonymous === 0) lists.push(`author:${post.authorId}`)
  return lists
}

export const BLOCK_SIZE = 1024

/** Where the block of a number begins. */
export const blockStart = (number: number): number => number - (number % BLOCK_SIZE)

/** A column of 200 code points; one character as its reader counts may be up to 64 of them. */
const EXCERPT = 200

/** The first words of a text, for lists that show some. */
export function listExcerpt(text: string): string {
  const words = excerpt(text, 150)
  return [...words].length <= EXCERPT ? words : excerpt(text, 3)
}

/** What is read of a post whose lists may change. */
export const listingColumns = [
  ...['id', 'boardId', 'number', 'status', 'pinnedAt', 'categoryId', 'authorId', 'anonymous', 'commentCount', 'popularAt'],
  ...['rootId', 'hangs', 'replyCount'],
] as const
