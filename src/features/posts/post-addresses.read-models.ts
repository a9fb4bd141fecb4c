import type { AppContext, Viewer } from '../../context.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { canList, isKeptOutByAge, seesAllPosts } from '../boards/boards.policy.ts'
import { findBoardAddress, listAllBoards } from '../boards/boards.read-models.ts'
import { postPath } from './posts.paths.ts'
import { canReadPost, type Readable } from './posts.policy.ts'
import type { Post } from './posts.types.ts'

/**
 * Where that lives now which once had this address: a board that was renamed or merged, a post that moved. undefined: nowhere, or nowhere that
 * this viewer may know of. One statement at most, and only for what was not found.
 */
export async function findPresentPath(
  ctx: AppContext,
  viewer: Viewer,
  { slug, number }: { slug: string; number: number | null },
): Promise<string | undefined> {
  const boards = await listAllBoards(ctx)
  const former = await findBoardAddress(ctx, slug)
  const board = former?.board ?? boards.find((each) => each.slug === slug)
  if (!board) return undefined
  const numberedAs = former?.numberedAs ?? board.id
  if (number === null || (former && numberedAs === board.id)) {
    if (!former || !(canList(viewer, board) || isKeptOutByAge(viewer, board))) return undefined
    return number === null ? boardPath(board) : postPath(board, number)
  }
  const post = await findMovedPost(ctx, numberedAs, number)
  const home = boards.find(({ id }) => id === post?.boardId)
  return post && home && mayKnow(viewer, home, post) ? postPath(home, post.number) : undefined
}

type MovedPost = Readable & Pick<Post, 'boardId' | 'number'>

const findMovedPost = (ctx: AppContext, boardId: number, number: number): Promise<MovedPost | undefined> =>
  ctx
    .db('post_addresses as a')
    .join('posts as p', 'p.id', 'a.postId')
    .where({ 'a.boardId': boardId, 'a.number': number })
    .first('p.id', 'p.boardId', 'p.number', 'p.authorId', 'p.status', 'p.secret', 'p.announced', 'p.rootAuthorId')

/** Its page may still ask to log in, or be for its author alone: that it is there is no secret. */
const mayKnow = (viewer: Viewer, board: Parameters<typeof canList>[1], post: MovedPost): boolean =>
  canReadPost(viewer, board, post) || (canList(viewer, board) && post.status === 'visible' && seesAllPosts(viewer, board))
