import type { AppContext } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { BadRequest } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { json, redirect } from '../../lib/http/reply.ts'
import { returnTo } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import { listFollows } from './post-follows.read-models.ts'
import { FollowsQuery, PostParams, PressForm } from './post-follows.schemas.ts'
import { followPost } from './post-follows.service.ts'
import { followButton } from './post-follows.types.ts'
import { followsPage } from './post-follows.view-models.ts'

export function postFollowRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/me/follows', { access: membersOnly, query: FollowsQuery }, async ({ viewer, reader, query }) =>
    followsPage(reader, await listFollows(ctx, viewer, query.before ?? null)),
  )

  post('/:board/:number/follow', { access: membersOnly, params: PostParams }, async ({ viewer, params, body, req }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const followed = await loadPost(ctx, viewer, board, params.number)
    const form = readForm(PressForm, body)
    if (!form.ok) throw new BadRequest('neither followed nor left')
    const { follow: wish } = form.data
    await followPost(ctx, viewer, followed, wish)
    if (req.accepts(['html', 'json']) === 'json') return json({ follow: followButton(wish === 'add') })
    const flash = wish === 'add' ? 'follows.flash.added' : 'follows.flash.removed'
    return redirect(returnTo(form.data.returnTo, postPath(board, params.number)), { kind: 'success', key: flash })
  })

  return { router, doors }
}
