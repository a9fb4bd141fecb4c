import type { AppContext } from '../../context.ts'
import { anyone, membersOnly } from '../../lib/http/access.ts'
import { json, movedForEver } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { boardsShownElsewhere, listPopularPosts, withMuted } from '../posts/overview.read-models.ts'
import { tagCompletionPath, tagPath, tagsPath } from '../tags/tags.paths.ts'
import { newPath, popularPath } from './streams.paths.ts'
import { listComments, listNewPosts, listTagged } from './streams.read-models.ts'
import { CompletionQuery, NewQuery, PopularQuery, TagParams, TagQuery } from './streams.schemas.ts'
import { newPage, popularPage, tagPage, tagsPage } from './streams.view-models.ts'
import { completeTag } from './tag-completion.read-models.ts'
import { listTagsInUse } from './tags-in-use.read-models.ts'

/** Posts and comments of all boards that one may read. */
export function streamRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get(newPath, { access: anyone, replica: true, query: NewQuery }, async ({ viewer, reader, query }) => {
    const boards = await boardsShownElsewhere(ctx, viewer)
    const found = query.tab
      ? { boards, comments: await listComments(ctx.db, boards, { before: query.before, viewer }) }
      : { boards, posts: await listNewPosts(ctx.db, boards, query.before, viewer) }
    return newPage(reader, found, query)
  })

  get(popularPath, { access: anyone, replica: true, query: PopularQuery }, async ({ viewer, reader, query: { period } }) => {
    const [boards, found] = await Promise.all([boardsShownElsewhere(ctx, viewer), listPopularPosts(ctx, viewer, period)])
    const [posts = []] = await withMuted(ctx, viewer, [found])
    return popularPage(reader, { boards, posts }, period)
  })

  get(tagsPath, { access: anyone, replica: true }, async ({ viewer, reader }) =>
    tagsPage(reader, await listTagsInUse(ctx.db, await boardsShownElsewhere(ctx, viewer))),
  )

  // Asked while somebody writes: of members alone, who write.
  get(tagCompletionPath, { access: membersOnly, query: CompletionQuery }, async ({ viewer, query: { q } }) =>
    json(await completeTag(ctx, viewer, q)),
  )

  get(
    '/tags/:tag',
    { access: anyone, replica: true, params: TagParams, query: TagQuery },
    async ({ viewer, reader, params: { tag }, query }) => {
      if (tag.typed !== tag.tag) return movedForEver(tagPath(tag.tag))
      const boards = await boardsShownElsewhere(ctx, viewer)
      return tagPage(reader, tag.tag, { boards, posts: await listTagged(ctx.db, boards, tag.tag, query.before, viewer) }, query.before)
    },
  )

  return { router, doors }
}
