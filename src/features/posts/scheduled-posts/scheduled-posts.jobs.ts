import type { AppContext } from '../../../context.ts'
import { inSlices } from '../../../lib/db/in-slices.ts'
import { publishScheduledPost } from './publish-scheduled.service.ts'
import { deletePublishedBefore, listDue } from './scheduled-posts.repository.ts'
import { SHOWN_DAYS } from './scheduled-posts.types.ts'

const AT_ONCE = 100

/** What is due, in the order of its hours. One that must wait holds up no other. @returns how many were published */
export async function publishDue(ctx: AppContext): Promise<number> {
  let published = 0
  for (const post of await listDue(ctx.db, ctx.clock.now(), AT_ONCE)) {
    const outcome = await publishScheduledPost(ctx, post)
    if (typeof outcome === 'object' && 'path' in outcome) published += 1
  }
  return published
}

export const purgePublished = (ctx: AppContext): Promise<number> => {
  const before = new Date(ctx.clock.now().getTime() - SHOWN_DAYS * 86_400_000)
  return inSlices(500, (limit) => deletePublishedBefore(ctx.db, before, limit))
}
