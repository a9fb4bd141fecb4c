export const consolePath = '/console'
export const consoleBoardsPath = '/console/boards'
export const newBoardPath = '/console/boards/new'
export const newGroupPath = '/console/boards/new-group'
export const consoleBoardPath = (board: { slug: string }): string => `/console/boards/${board.slug}`
export const moveBoardPath = (board: { slug: string }, to: 'up' | 'down'): string => `${consoleBoardPath(board)}/${to}`
export const addModeratorPath = (board: { slug: string }): string => `${consoleBoardPath(board)}/moderators`
export const removeModeratorPath = (board: { slug: string }): string => `${addModeratorPath(board)}/remove`
export const consoleMemberPath = (member: { id: number }): string => `/console/members/${member.id}`
export const settingsPath = '/console/settings'
export const siteInformationPath = '/console/site-information'

export function consoleMembersPath({ query = '', before = null }: { query?: string; before?: number | null } = {}): string {
  const search = new URLSearchParams({ ...(query ? { q: query } : {}), ...(before ? { before: String(before) } : {}) })
  return search.size > 0 ? `/console/members?${search}` : '/console/members'
}
