import type { DraftKind } from './drafts.types.ts'

/** A text that was sent when nobody was logged in any more. It waits for a day for whoever has the cookie and is the member who wrote it. */
export interface KeptForm {
  id: number
  /** Hash of the cookie. */
  keeper: Buffer
  /** Of the member on whose page it was written; '' where the page did not say. */
  owner: string
  draftKey: Buffer
  kind: DraftKind
  path: string
  fields: string
  createdAt: Date
}

export const KEEPER_COOKIE = 'kept'
export const KEPT_SECONDS = 86_400
