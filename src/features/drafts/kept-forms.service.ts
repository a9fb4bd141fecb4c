import { createHash } from 'node:crypto'
import { type AppContext, guest, type Viewer } from '../../context.ts'
import { type Limit, takePoint } from '../../lib/http/limits.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { draftOwner } from './draft-owner.service.ts'
import { continueDraftPath } from './drafts.paths.ts'
import { findPostIdAt } from './drafts.read-models.ts'
import { saveDraft } from './drafts.service.ts'
import {
  DRAFT_BYTES,
  DraftKey,
  draftKeyOf,
  editDraftKey,
  isEmptyDraft,
  keyBytes,
  newDraftKey,
  type Refusal,
  typedFields,
} from './drafts.types.ts'
import { dropForms, keepForm, listKeptForms } from './kept-forms.repository.ts'
import { KEPT_SECONDS } from './kept-forms.types.ts'
import { commentDraftKey, type TextForm, textFormAt } from './text-forms.policy.ts'

/** Whose session is over has a few of them; a machine that fills our disk has many. */
const KEPT: Limit = { name: 'kept-forms', points: 30, seconds: 3_600 }

export interface SentForm {
  /** Where it was sent. */
  path: string
  sent: Record<string, string>
}

/** A form that a member sent and that was not taken becomes a draft. @returns where it goes on; null when there is nothing to keep */
export async function keepForMember(ctx: AppContext, viewer: Viewer, { path, sent }: SentForm, refused: Refusal): Promise<string | null> {
  const form = textFormAt(path, sent)
  return form && storeAsDraft(ctx, viewer, { form, key: DraftKey.parse(sent['draft']), sent, refused })
}

async function storeAsDraft(
  ctx: AppContext,
  viewer: Viewer,
  { form, key: named, sent, refused }: { form: TextForm; key: string | undefined; sent: Record<string, string>; refused: Refusal },
): Promise<string | null> {
  const board = (await listAllBoards(ctx)).find(({ slug }) => slug === form.slug)
  const fields = typedFields(sent)
  if (!board || isEmptyDraft(fields)) return null
  const key = await keyOf(ctx, form, board.id, named)
  const place = { kind: form.kind, boardId: board.id, path: form.path }
  const outcome = await saveDraft(ctx, viewer, place, { key, base: 0, sequence: 1, tab: '', fields, refused })
  return 'saved' in outcome ? continueDraftPath(form, key) : null
}

async function keyOf(ctx: AppContext, form: TextForm, boardId: number, named: string | undefined): Promise<string> {
  if (form.kind === 'comment') return commentDraftKey(form)
  if (form.kind === 'post') return named ?? newDraftKey()
  const postId = await findPostIdAt(ctx, { boardId, number: form.number ?? 0 })
  return postId === null ? draftKeyOf(form.path) : editDraftKey(postId)
}

const keeperOf = (cookie: string): Buffer => createHash('sha256').update(cookie).digest().subarray(0, 16)

/** Nobody is logged in: it waits under the cookie that goes with the answer. @returns where it goes on after log-in */
export async function keepForGuest(
  ctx: AppContext,
  { path, sent, cookie, network }: SentForm & { cookie: string; network: string },
): Promise<string | null> {
  const form = textFormAt(path, sent)
  const typed = typedFields(sent)
  const fields = JSON.stringify(typed)
  if (!form || isEmptyDraft(typed) || Buffer.byteLength(fields) > DRAFT_BYTES) return null
  await takePoint(ctx.redis, KEPT, network)
  const named = form.kind === 'post' ? (DraftKey.parse(sent['draft']) ?? newDraftKey()) : commentDraftKey(form)
  const owner = (sent['draftOwner'] ?? '').slice(0, 20)
  const { kind } = form
  const kept = { keeper: keeperOf(cookie), owner, draftKey: keyBytes(named), kind, path: form.path, fields, createdAt: ctx.clock.now() }
  await keepForm(ctx.db, kept)
  return continueDraftPath(form, named)
}

/** Whoever logs in finds what they sent while they were logged out among their drafts. Another member on the same browser finds nothing. */
export async function claimKeptForms(ctx: AppContext, memberId: number, cookie: string): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - KEPT_SECONDS * 1000)
  const mine = new Set(['', draftOwner(ctx, memberId)])
  const kept = (await listKeptForms(ctx.db, keeperOf(cookie), since)).filter(({ owner }) => mine.has(owner))
  for (const { id, path, kind, fields, draftKey } of kept) {
    const sent = JSON.parse(fields) as Record<string, string>
    const form = textFormAt(kind === 'comment' ? path.replace(/\/write(\?.*)?$/, '') : path, sent)
    if (form) await storeAsDraft(ctx, { ...guest, memberId }, { form, key: draftKey.toString('hex'), sent, refused: 'session' })
    await dropForms(ctx.db, [id])
  }
}
