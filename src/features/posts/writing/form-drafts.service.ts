import type { AppContext, Viewer } from '../../../context.ts'
import { writePath } from '../../boards/boards.paths.ts'
import type { Board } from '../../boards/boards.types.ts'
import { continueDraftPath, draftPath } from '../../drafts/drafts.paths.ts'
import { findOwnDraft, findShelf } from '../../drafts/drafts.read-models.ts'
import { saveDraft } from '../../drafts/drafts.service.ts'
import { type DraftPlace, editDraftKey, fieldsOf, isEmptyDraft, newDraftKey, type Refusal, typedFields } from '../../drafts/drafts.types.ts'
import { editPostPath } from '../posts.paths.ts'
import type { Post } from '../posts.types.ts'
import { type BegunDraft, draftInForm, type TypedForm } from './form-drafts.types.ts'
import type { FormLook } from './post-form.types.ts'

export const placeToWrite = (board: Board): DraftPlace => ({ kind: 'post', boardId: board.id, path: writePath(board) })
export const placeToEdit = (board: Board, post: Pick<Post, 'number'>): DraftPlace => ({
  kind: 'edit',
  boardId: board.id,
  path: editPostPath(board, post.number),
})

/** For a new post: the draft that the address names, or a new one with an offer of the newest. */
export async function beginDraft(ctx: AppContext, viewer: Viewer, board: Board, asked: string | undefined): Promise<BegunDraft> {
  const place = placeToWrite(board)
  const { newest, count } = await findShelf(ctx, viewer, place)
  const draft = asked === undefined ? undefined : await findOwnDraft(ctx, viewer, asked)
  const fresh = { base: 0, fields: {}, offer: newest, count, ended: false }
  if (asked === undefined || !draft) return { ...fresh, key: asked ?? newDraftKey() }
  // Of another board, or of another kind of form: what was written there is not published here by mistake.
  const isOurs = draft.boardId === place.boardId && draft.kind === place.kind
  if (draft.endedAt || !isOurs) return { ...fresh, key: newDraftKey(), ended: draft.endedAt !== null }
  return { key: asked, base: draft.sequence, fields: fieldsOf(draft), offer: null, count, ended: false }
}

/** Of a post that is changed there is one draft: in the form when it was asked for, offered when not. */
export async function beginEdit(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  asked: string | undefined,
): Promise<BegunDraft> {
  const key = editDraftKey(post.id)
  const [{ count }, draft] = await Promise.all([findShelf(ctx, viewer, placeToEdit(board, post)), findOwnDraft(ctx, viewer, key)])
  if (!draft || draft.endedAt) return { key, base: draft?.sequence ?? 0, fields: {}, offer: null, count, ended: false }
  // However it is asked for: a post has one.
  const isAsked = asked !== undefined
  return { key, base: draft.sequence, fields: isAsked ? fieldsOf(draft) : {}, offer: isAsked ? null : draft, count, ended: false }
}

/** The button that works without script. @returns where to go on, or the form with what stands in the way */
export async function saveByHand(ctx: AppContext, viewer: Viewer, place: DraftPlace, typed: TypedForm): Promise<string | FormLook> {
  const { draft } = typed
  const begun = draftInForm(typed)
  const { key, base } = begun
  const back = (status: number, notice: NonNullable<FormLook['notice']>, newBase = base) => ({
    ...{ draft, status, notice },
    begun: { ...begun, base: newBase },
  })
  const fields = typedFields(draft)
  if (isEmptyDraft(fields)) return back(422, { kind: 'danger', key: 'drafts.nothingToSave' })
  const outcome = await saveDraft(ctx, viewer, place, { key, base, sequence: base + 1, tab: '', fields })
  if ('saved' in outcome) return continueDraftPath(place, key)
  if ('full' in outcome) return back(422, { kind: 'danger', key: `drafts.${outcome.full}` })
  // Who has read that, and saves again, means it; the newer one stays as an earlier state.
  if ('ended' in outcome) return back(409, { kind: 'danger', key: 'drafts.endedElsewhere' }, outcome.ended.sequence)
  const { savedAt, letters, sequence } = outcome.newer
  return back(409, { kind: 'danger', key: 'drafts.newerByHand', at: savedAt, args: { letters }, path: draftPath(key) }, sequence)
}

const reasons: Readonly<Record<number, Refusal>> = { 409: 'conflict', 422: 'invalid', 429: 'flood' }

/** A post that was not taken is kept before it is said: whoever closes the page now finds it again. */
export async function keepRefused(ctx: AppContext, viewer: Viewer, place: DraftPlace, look: FormLook): Promise<FormLook> {
  const begun = draftInForm(look)
  // What was sent, not what the page made of it.
  const sent = look.conflict ? { ...look.draft, body: look.conflict.mine } : look.draft
  const fields = typedFields(sent)
  if (isEmptyDraft(fields)) return look
  const refused = reasons[look.status ?? 0] ?? 'failed'
  const outcome = await saveDraft(ctx, viewer, place, { ...begun, fields, sequence: begun.base + 1, tab: '', refused })
  return 'saved' in outcome ? { ...look, begun: { ...begun, base: outcome.saved.sequence } } : look
}
