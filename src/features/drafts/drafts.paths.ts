export const draftsPath = '/me/drafts'
export const draftPath = (key: string, version: number | null = null): string =>
  `${draftsPath}/${key}${version === null ? '' : `?version=${version}`}`
export const discardDraftPath = (key: string): string => `${draftPath(key)}/delete`
export const restoreDraftPath = (key: string): string => `${draftPath(key)}/restore`
/** Where script saves what is being written for a board. */
export const saveDraftPath = (board: { slug: string }): string => `/${board.slug}/drafts`
/** The form's page with the draft in it. */
export const continueDraftPath = ({ path }: { path: string }, key: string): string => `${path}${path.includes('?') ? '&' : '?'}draft=${key}`
