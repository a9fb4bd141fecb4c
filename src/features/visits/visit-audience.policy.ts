import type { Viewer } from '../../context.ts'
import { administers } from '../boards/boards.policy.ts'
import type { Audience } from '../settings/visit-settings.types.ts'

/** Whether something that the owner shows to some is shown to this viewer. */
export const isAmong = (audience: Audience, viewer: Viewer): boolean =>
  audience === 'everyone' || (audience === 'members' ? viewer.memberId !== null : administers(viewer))
