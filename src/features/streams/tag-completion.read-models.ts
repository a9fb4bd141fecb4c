import type { AppContext, Viewer } from '../../context.ts'
import { hangulMatch } from '../../lib/text/hangul-match.ts'
import { boardsShownElsewhere } from '../posts/overview.read-models.ts'
import { readTags } from '../tags/tags.types.ts'
import { listTagsInUse, type TagCount } from './tags-in-use.read-models.ts'

const KNOWN = 1_000
const OFFERED = 8

/**
 * Tags that go on as what was typed, those that begin so first, of these the most used. Looked for among what a site talks of now, on boards that the
 * viewer may read: one statement of fixed size every few seconds, whoever types.
 */
export async function completeTag(ctx: AppContext, viewer: Viewer, typed: string): Promise<TagCount[]> {
  const wanted = /^[ㄱ-ㅎ]+$/.test(typed) ? typed : readTags(typed)[0]
  if (!wanted) return []
  const boards = await boardsShownElsewhere(ctx, viewer)
  const known = await ctx.memory.get(`tags-in-use:${boards.map(({ id }) => id).join()}`, () => listTagsInUse(ctx.db, boards, KNOWN))
  return known
    .flatMap((tag) => {
      const rank = hangulMatch(tag.tag, wanted)
      return rank === null || tag.tag === wanted ? [] : [{ ...tag, rank }]
    })
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
    .slice(0, OFFERED)
    .map(({ tag, count }) => ({ tag, count }))
}
