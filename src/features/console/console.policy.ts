import type { Viewer } from '../../context.ts'
import { administers } from '../boards/boards.policy.ts'

export const canSeeConsole = (viewer: Viewer): boolean => administers(viewer)
/** Settings of the whole site are the owner's. */
export const canRunSite = (viewer: Viewer): boolean => viewer.memberId !== null && viewer.level >= 10
