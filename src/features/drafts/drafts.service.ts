import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { LogInFirst, NotFound } from '../../lib/http/errors.ts'
import { keepVersion } from './draft-versions.service.ts'
import * as repository from './drafts.repository.ts'
import {
  DRAFT_BYTES,
  type Draft,
  type DraftFields,
  type DraftPlace,
  fieldsOf,
  keyBytes,
  listedAs,
  MOST_DRAFTS,
  type Refusal,
} from './drafts.types.ts'

export interface DraftSave {
  key: string
  /** The sequence that the page saw last. */
  base: number
  /** The page's own count, which goes on where `base` stood: of two saves on their way the later one stays. */
  sequence: number
  tab: string
  fields: DraftFields
  /** It was sent off and not taken. What the member did by hand stands, whoever saved in between. */
  refused?: Refusal
}

export type DraftAnswer =
  | { saved: Pick<Draft, 'sequence' | 'savedAt'> }
  /** Another page, perhaps on another device, has saved it since. */
  | { newer: Draft }
  /** It was sent off or thrown away elsewhere. */
  | { ended: Pick<Draft, 'sequence'> }
  | { full: 'tooMany' | 'tooLarge' }

/** Keeps what a member is writing. An older page never overwrites a newer one: it is told. */
export async function saveDraft(ctx: AppContext, viewer: Viewer, place: DraftPlace, save: DraftSave): Promise<DraftAnswer> {
  const at = { memberId: ownerOf(viewer), draftKey: keyBytes(save.key) }
  const fields = JSON.stringify(save.fields)
  if (Buffer.byteLength(fields) > DRAFT_BYTES) return { full: 'tooLarge' }
  const state = { ...place, ...listedAs(save.fields), fields, tab: save.tab, refused: save.refused ?? null, savedAt: ctx.clock.now() }
  // Looked at before it is held: of a row that isn't there, the place where it would be is held, against all who insert beside it.
  if (!(await repository.findDraft(ctx.db, at))) {
    const first = await insertFirst(ctx, { ...at, ...state }, save)
    if (first) return first
  }
  return inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdDraft(trx, at)
    if (!held) return { ended: { sequence: 0 } }
    if (held.endedAt && save.base !== held.sequence && save.refused === undefined) return { ended: held }
    // Two saves of one page overtook each other.
    if (held.tab === save.tab && save.tab !== '' && save.sequence <= held.sequence) return { saved: held }
    if (held.fields === fields && held.refused === state.refused) return { saved: held }
    if (isBehind(held, save)) return { newer: held }
    if (held.endedAt) await repository.deleteVersions(trx, held.id)
    else await keepVersion(trx, held)
    const sequence = Math.max(held.sequence + 1, save.tab === '' ? 0 : save.sequence)
    await repository.updateDraft(trx, held, { ...state, sequence, endedAt: null })
    return { saved: { sequence, savedAt: state.savedAt } }
  })
}

const isBehind = (held: Draft, { tab, base, refused }: DraftSave): boolean =>
  refused === undefined && base !== held.sequence && (held.tab !== tab || tab === '')

/** @returns undefined when the same draft came in between */
async function insertFirst(
  ctx: AppContext,
  draft: Omit<Draft, 'id' | 'sequence' | 'createdAt' | 'endedAt'>,
  { base, sequence }: DraftSave,
): Promise<DraftAnswer | undefined> {
  if (base > 0) return { ended: { sequence: 0 } }
  if ((await repository.countDrafts(ctx.db, draft.memberId)) >= MOST_DRAFTS) return { full: 'tooMany' }
  const counted = Math.max(1, sequence)
  try {
    await repository.insertDraft(ctx.db, { ...draft, sequence: counted, createdAt: draft.savedAt, endedAt: null })
    return { saved: { sequence: counted, savedAt: draft.savedAt } }
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return undefined
  }
}

/** The text of a page that gives way to a newer one is kept among that one's versions. */
export async function putAside(ctx: AppContext, viewer: Viewer, { key, fields }: Pick<DraftSave, 'key' | 'fields'>): Promise<void> {
  const at = { memberId: ownerOf(viewer), draftKey: keyBytes(key) }
  const text = JSON.stringify(fields)
  if (Buffer.byteLength(text) > DRAFT_BYTES) return
  await inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdDraft(trx, at)
    if (held && !held.endedAt) await keepVersion(trx, { id: held.id, ...listedAs(fields), fields: text, savedAt: ctx.clock.now() })
  })
}

/** An earlier state becomes the present one, and the present one a version: nothing is lost by going back. @throws NotFound */
export async function restoreVersion(ctx: AppContext, viewer: Viewer, key: string, versionId: number): Promise<Draft> {
  const at = { memberId: ownerOf(viewer), draftKey: keyBytes(key) }
  return inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdDraft(trx, at)
    const version = held && (await repository.listVersions(trx, held.id)).find(({ id }) => id === versionId)
    if (!held || held.endedAt || !version) throw new NotFound('no such version of a draft')
    await keepVersion(trx, held)
    const change = {
      ...listedAs(fieldsOf(version)),
      fields: version.fields,
      sequence: held.sequence + 1,
      tab: '',
      savedAt: ctx.clock.now(),
    }
    await repository.updateDraft(trx, held, change)
    return { ...held, ...change }
  })
}

/** Thrown away: of its words nothing stays. What is gone already is no error: that was what was wanted. */
export async function discardDraft(ctx: AppContext, viewer: Viewer, key: string): Promise<void> {
  const at = { memberId: ownerOf(viewer), draftKey: keyBytes(key) }
  await inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdDraft(trx, at)
    if (!held || held.endedAt) return
    await repository.deleteVersions(trx, held.id)
    await repository.endDrafts(trx, [{ ...at, kind: held.kind, boardId: held.boardId, path: held.path }], ctx.clock.now())
  })
}

/** Inside the transaction that stores what was written: either both stand, or neither. */
export async function endDrafts(trx: Db, ending: readonly (DraftPlace & { memberId: number; key: string | undefined })[], now: Date) {
  const known = ending.flatMap(({ key, ...place }) => (key === undefined ? [] : [{ ...place, draftKey: keyBytes(key) }]))
  if (known.length > 0) await repository.endDrafts(trx, known, now)
}

function ownerOf({ memberId }: Viewer): number {
  if (memberId === null) throw new LogInFirst()
  return memberId
}
