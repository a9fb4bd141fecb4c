import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { findDraft, listVersions } from './drafts.repository.ts'
import { type Draft, type DraftKind, type DraftVersion, keyBytes } from './drafts.types.ts'

export type ListedDraft = Pick<
  Draft,
  'draftKey' | 'kind' | 'boardId' | 'path' | 'sequence' | 'title' | 'excerpt' | 'letters' | 'refused' | 'savedAt'
>

const listed = ['draftKey', 'kind', 'boardId', 'path', 'sequence', 'title', 'excerpt', 'letters', 'refused', 'savedAt'] as const

/** All that a member has begun, newest first; there are never more than fit on a page. */
export const listDrafts = ({ db }: AppContext, { memberId }: Viewer): Promise<ListedDraft[]> =>
  db<Draft>('drafts')
    .where({ memberId: memberId ?? 0 })
    .whereNull('endedAt')
    .orderBy('savedAt', 'desc')
    .orderBy('id', 'desc')
    .select(...listed)

/** What a member has begun for a board. */
export async function findShelf(
  ctx: AppContext,
  viewer: Viewer,
  { boardId, kind }: { boardId: number; kind: DraftKind },
): Promise<{ newest: ListedDraft | null; count: number }> {
  const drafts = await listDrafts(ctx, viewer)
  return { newest: drafts.find((draft) => draft.boardId === boardId && draft.kind === kind) ?? null, count: drafts.length }
}

/** Of a post that may be anybody's: its draft is named after it. */
export async function findPostIdAt({ db }: AppContext, at: { boardId: number; number: number }): Promise<number | null> {
  const post = await db('posts').where(at).first<{ id: number } | undefined>('id')
  return post?.id ?? null
}

/** One's own, ended or not; undefined for everyone else's. */
export const findOwnDraft = ({ db }: AppContext, { memberId }: Viewer, key: string): Promise<Draft | undefined> =>
  findDraft(db, { memberId: memberId ?? 0, draftKey: keyBytes(key) })

/** @throws NotFound when there is none of this member's, or it has ended */
export async function loadDraftWithVersions(
  ctx: AppContext,
  viewer: Viewer,
  key: string,
): Promise<{ draft: Draft; versions: DraftVersion[] }> {
  const draft = await findOwnDraft(ctx, viewer, key)
  if (!draft || draft.endedAt) throw new NotFound('no such draft of this member')
  return { draft, versions: await listVersions(ctx.db, draft.id) }
}
