import type { Viewer } from '../../context.ts'
import { ADMINISTRATOR_LEVEL } from './members.types.ts'

/** Who runs the site may be called what they are. */
export const canUseReservedNames = (viewer: Viewer): boolean => viewer.memberId !== null && viewer.level >= ADMINISTRATOR_LEVEL
