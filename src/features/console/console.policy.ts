import type { Viewer } from '../../context.ts'
import { administers } from '../boards/boards.policy.ts'

export const canSeeConsole = (viewer: Viewer): boolean => administers(viewer)
