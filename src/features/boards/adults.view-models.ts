import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { declareAdultPath } from '../members/members.paths.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import { type Board, boardName } from './boards.types.ts'

/** Says what opens the board, and nothing of what stands there. */
export interface AdultGate {
  name: string
  advice: string
  logInPath: string | null
  /** Where a member's own word is enough. */
  declaration: { action: string; returnTo: string } | null
  /** Who else can open it. */
  email: string | null
}

type Rules = Pick<SiteSettings, 'adultProof' | 'contactEmail'>

export function adultGate({ t, locale, viewer }: Reader, board: Board, { adultProof, contactEmail }: Rules, returnTo: string): Reply {
  const isGuest = viewer.memberId === null
  const model: AdultGate = {
    name: boardName(board, locale),
    advice: t(`adults.${isGuest ? 'guest' : 'member'}.${adultProof}`),
    logInPath: isGuest ? `/login?returnTo=${encodeURIComponent(returnTo)}` : null,
    declaration: isGuest || adultProof !== 'declared' ? null : { action: declareAdultPath, returnTo },
    email: !isGuest && adultProof === 'staff' && contactEmail !== '' ? contactEmail : null,
  }
  const titles = [t('adults.title', { board: model.name })]
  return page('boards/adults', model, { titles, status: 403, board: board.slug, robots: 'noindex', kept: false })
}
