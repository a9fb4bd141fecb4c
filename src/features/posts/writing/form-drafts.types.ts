import type { ListedDraft } from '../../drafts/drafts.read-models.ts'
import { type DraftFields, DraftKey, newDraftKey } from '../../drafts/drafts.types.ts'

/** What a form knows of the draft that it writes. */
export interface BegunDraft {
  key: string
  /** The sequence that stands in the form. */
  base: number
  /** What was written so far. */
  fields: DraftFields
  /** Begun before, and not what stands in this form. */
  offer: ListedDraft | null
  /** All drafts of this member. */
  count: number
  /** The one that was asked for was sent off or thrown away. */
  ended: boolean
}

export interface TypedForm {
  draft: Record<string, string>
}

/** Of a form that comes back. */
export const draftInForm = ({ draft }: TypedForm): BegunDraft => ({
  key: DraftKey.parse(draft['draft']) ?? newDraftKey(),
  base: Number(/^\d{1,9}$/.exec(draft['draftBase'] ?? '')?.[0] ?? 0),
  ...{ fields: {}, offer: null, count: 0, ended: false },
})
