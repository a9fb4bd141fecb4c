import type { Viewer } from '../../context.ts'
import { administers } from '../boards/boards.policy.ts'
import type { OwnPage } from './pages.types.ts'

export const canReadPage = (viewer: Viewer, page: Pick<OwnPage, 'level'>): boolean => viewer.level >= page.level || administers(viewer)
