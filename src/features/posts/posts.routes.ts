import type { AppContext } from '../../context.ts'
import { membersOnly, policyDecides } from '../../lib/http/access.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { commentSortOf } from '../comments/threads/comment-sort.types.ts'
import { loadPostPage } from './post-page.read-models.ts'
import { postPage } from './post-page.view-models.ts'
import { loadOwnPost } from './posts.read-models.ts'
import { PostParams, PostQuery } from './posts.schemas.ts'
import { deletePost } from './posts.service.ts'
import { deletePage } from './writing/post-forms.view-models.ts'

export function postRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get(
    '/:board/:number',
    { access: policyDecides, replica: true, params: PostParams, query: PostQuery },
    async ({ reader, params, query, req }) => {
      const commentSort = (board: Board) => commentSortOf(cookiesOf(req), board)
      return postPage(reader, await loadPostPage(ctx, reader, params, { ...query, commentSort }))
    },
  )

  get('/:board/:number/delete', { access: membersOnly, params: PostParams }, async ({ viewer, reader, params }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    return deletePage(reader, board, await loadOwnPost(ctx, viewer, board, { number: params.number, may: 'delete' }))
  })

  post('/:board/:number/delete', { access: membersOnly, params: PostParams }, async ({ viewer, params }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    await deletePost(ctx, viewer, board, params.number)
    return redirect(boardPath(board), { kind: 'success', key: 'posts.removed' })
  })

  return { router, doors }
}
