import { writePath } from '../../boards/boards.paths.ts'

export const scheduledPath = '/me/scheduled'
export const scheduledPostPath = (id: number): string => `${scheduledPath}/${id}`
/** The board's own form. The version says which state it was opened on. */
export const editScheduledPath = (board: { slug: string }, { id, version }: { id: number; version: number }): string =>
  `${writePath(board)}?scheduled=${id}&version=${version}`
export const publishScheduledPath = (id: number): string => `${scheduledPostPath(id)}/publish`
export const cancelScheduledPath = (id: number): string => `${scheduledPostPath(id)}/cancel`
