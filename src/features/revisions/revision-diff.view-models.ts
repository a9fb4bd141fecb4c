import { type ShownPart, shownDiff } from '../../lib/text/shown-diff.ts'
import type { VersionText } from './revisions.read-models.ts'

/** Of a post, for `views/revisions/_diff.ejs`. */
export interface TextDiff {
  /** null: it stayed. */
  title: ShownPart[] | null
  body: ShownPart[]
}

export const textDiff = (before: VersionText, after: VersionText): TextDiff => ({
  title: before.title === after.title && before !== after ? null : shownDiff(before.title, after.title),
  body: shownDiff(before.source ?? '', after.source ?? ''),
})
