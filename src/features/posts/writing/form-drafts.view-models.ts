import type { Reader } from '../../../context.ts'
import type { DateText } from '../../../lib/time/date-text.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import type { Board } from '../../boards/boards.types.ts'
import { continueDraftPath, draftPath, draftsPath, saveDraftPath } from '../../drafts/drafts.paths.ts'
import { draftInForm } from './form-drafts.types.ts'
import type { FormLook } from './post-form.types.ts'

/** What keeps a form's text, as `views/posts/_drafts.ejs` and the script of drafts know it. */
export interface FormDrafts {
  key: string
  base: number
  /** Where script saves. */
  path: string
  /** Number of the post that is changed; '' for a new one. */
  of: string
  /** The form came back: what stands in it is newer than what the browser kept. */
  cameBack: boolean
  ended: boolean
  offer: { label: string; title: string; date: DateText; continuePath: string; previewPath: string } | null
  /** null: none. */
  count: string | null
  listPath: string
}

export function formDrafts(reader: Reader, board: Board, look: FormLook, of: string): FormDrafts {
  const { t, date } = reader
  const { key, base, offer, count, ended } = look.begun ?? draftInForm(look)
  const offerKey = offer?.draftKey.toString('hex') ?? ''
  const offered: MessageKey = offer?.refused ? 'drafts.offer.refused' : offer?.kind === 'edit' ? 'drafts.offer.edit' : 'drafts.offer'
  return {
    ...{ key, base, of, ended },
    path: saveDraftPath(board),
    cameBack: look.status !== undefined,
    offer: offer && {
      label: t(offered),
      title: offer.title || t('drafts.untitled'),
      date: date(offer.savedAt),
      continuePath: continueDraftPath(offer, offerKey),
      previewPath: draftPath(offerKey),
    },
    count: count > 0 ? t('drafts.count', { count }) : null,
    listPath: draftsPath,
  }
}
