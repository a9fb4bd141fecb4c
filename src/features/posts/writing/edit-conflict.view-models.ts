import type { Reader } from '../../../context.ts'
import { type ShownPart, shownDiff } from '../../../lib/text/shown-diff.ts'
import type { FormLook } from './post-form.types.ts'

/** Above the form of a post that was changed elsewhere meanwhile: what stands now beside what was sent. */
export interface EditConflict {
  /** null where it is the same. */
  title: ShownPart[] | null
  parts: ShownPart[]
  theirs: string
  mine: string
  heading: string
}

export const editConflict = ({ t }: Reader, { conflict, draft }: FormLook): EditConflict | null =>
  conflict === undefined
    ? null
    : {
        title: conflict.title === (draft['title'] ?? '').trim() ? null : shownDiff(conflict.title, draft['title'] ?? ''),
        parts: shownDiff(conflict.theirs, conflict.mine),
        theirs: conflict.theirs,
        mine: conflict.mine,
        heading: t('posts.conflict.heading'),
      }
