import type { AppContext, Viewer } from '../../../context.ts'
import type { FormState } from '../../../lib/http/form.ts'
import { findOwnDraft } from '../../drafts/drafts.read-models.ts'
import { discardDraft } from '../../drafts/drafts.service.ts'
import { DraftKey, fieldsOf } from '../../drafts/drafts.types.ts'
import { keepForMember } from '../../drafts/kept-forms.service.ts'

/** What was sent before and not taken, for the form's page. */
export async function begunComment(ctx: AppContext, viewer: Viewer, key: string | undefined): Promise<Record<string, string>> {
  const draft = key === undefined ? undefined : await findOwnDraft(ctx, viewer, key)
  return key === undefined || draft?.kind !== 'comment' || draft.endedAt ? {} : { ...fieldsOf(draft), draft: key }
}

/** A comment that was not taken is kept before that is said. */
export async function keepComment<S extends FormState>(
  ctx: AppContext,
  viewer: Viewer,
  path: string,
  state: S,
  status: 409 | 422,
): Promise<S> {
  const kept = await keepForMember(ctx, viewer, { path, sent: state.draft }, status === 409 ? 'conflict' : 'invalid')
  const key = kept === null ? undefined : new URLSearchParams(kept.split('?')[1]).get('draft')
  return key ? { ...state, draft: { ...state.draft, draft: key } } : state
}

/** It was taken: what was kept of it goes. */
export async function endCommentDraft(ctx: AppContext, viewer: Viewer, sent: Record<string, string>): Promise<void> {
  const key = DraftKey.parse(sent['draft'])
  if (key !== undefined) await discardDraft(ctx, viewer, key)
}
