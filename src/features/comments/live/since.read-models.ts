import type { AppContext, Viewer } from '../../../context.ts'
import { commentRows, ownMarks } from '../comments.read-models.ts'
import type { Comment, CommentRow, Place } from '../comments.types.ts'
import { PAGE_SIZE } from '../threads/thread-pages.types.ts'

export interface Since {
  rows: CommentRow[]
  /** Numbers of those that stand in the thread no more. */
  gone: number[]
  /** The last comment and the last change that are known by this, and whether there are more. */
  last: number
  changes: number
  isMore: boolean
  isMoreChanged: boolean
}

interface Known {
  after: number
  changes?: number | undefined
}

/** What a page doesn't know of its thread: comments that are new, oldest first, and those that it may hold and that are otherwise by now. */
export async function listSince(ctx: AppContext, viewer: Viewer, place: Place, { after, changes }: Known): Promise<Since> {
  const { lastCommentNumber, lastChangeNumber } = place.post
  const [fresh, changed] = await Promise.all([
    after < lastCommentNumber ? listNew(ctx, viewer, place, after) : [],
    changes !== undefined && changes < lastChangeNumber ? listChanged(ctx, viewer, place, changes) : [],
  ])
  const last = fresh.reduce((most, { number }) => Math.max(most, number), 0)
  const isMore = fresh.length === PAGE_SIZE
  const isMoreChanged = changed.length === PAGE_SIZE
  const old = changed.filter(({ inThread, number }) => inThread === 1 && number <= after)
  return {
    rows: [...old, ...fresh].sort((one, other) => Buffer.compare(one.path, other.path)),
    gone: changed.flatMap(({ inThread, number }) => (inThread === 0 ? [number] : [])),
    last: isMore ? last : Math.max(last, lastCommentNumber),
    changes: isMoreChanged ? surelyKnown(changed) : lastChangeNumber,
    isMore,
    isMoreChanged,
  }
}

type ChangedRow = CommentRow & Pick<Comment, 'inThread' | 'changeNumber'>

const listNew = (ctx: AppContext, viewer: Viewer, { post }: Place, after: number): Promise<CommentRow[]> =>
  commentRows(ctx.db)
    .where({ 'c.postId': post.id, 'c.inThread': 1 })
    .where('c.number', '>', after)
    .orderBy('c.number')
    .limit(PAGE_SIZE)
    .modify(ownMarks(ctx.db, viewer))

const listChanged = (ctx: AppContext, viewer: Viewer, { post }: Place, changes: number): Promise<ChangedRow[]> =>
  commentRows(ctx.db)
    .where({ 'c.postId': post.id })
    .where('c.changeNumber', '>', changes)
    .orderBy('c.changeNumber')
    .limit(PAGE_SIZE)
    .select<ChangedRow[]>('c.inThread', 'c.changeNumber')
    .modify(ownMarks(ctx.db, viewer))

/** Several comments may have changed at once, of which the last of these is perhaps one. */
function surelyKnown(changed: readonly ChangedRow[]): number {
  const last = changed.at(-1)?.changeNumber ?? 0
  return changed[0]?.changeNumber === last ? last : last - 1
}
