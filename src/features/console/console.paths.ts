export const consolePath = '/console'
export const consoleBoardsPath = '/console/boards'
export const newBoardPath = '/console/boards/new'
export const newGroupPath = '/console/groups/new'
export const consoleBoardPath = (board: { slug: string }): string => `/console/boards/${board.slug}`
export const moveBoardPath = (board: { slug: string }, to: 'up' | 'down'): string => `${consoleBoardPath(board)}/${to}`
export const addModeratorPath = (board: { slug: string }): string => `${consoleBoardPath(board)}/moderators`
export const removeModeratorPath = (board: { slug: string }): string => `${addModeratorPath(board)}/remove`
export const categoriesPath = (board: { slug: string }): string => `${consoleBoardPath(board)}/categories`
export const categoryPath = (board: { slug: string }, category: { id: number }): string => `${categoriesPath(board)}/${category.id}`
export const copyBoardPath = (board: { slug: string }): string => `${consoleBoardPath(board)}/copy`
export const mergeBoardPath = (board: { slug: string }): string => `${consoleBoardPath(board)}/merge`
export const deleteBoardPath = (board: { slug: string }): string => `${consoleBoardPath(board)}/delete`
export const newBoardLikePath = (board: { slug: string }): string => `${newBoardPath}?like=${board.slug}`
export const consoleGroupPath = (group: { id: number }): string => `/console/groups/${group.id}`
export const consoleMemberPath = (member: { id: number }): string => `/console/members/${member.id}`
export const settingsPath = '/console/settings'
export const siteInformationPath = '/console/site-information'

export function consoleMembersPath({ query = '', before = null }: { query?: string; before?: number | null } = {}): string {
  const search = new URLSearchParams({ ...(query ? { q: query } : {}), ...(before ? { before: String(before) } : {}) })
  return search.size > 0 ? `/console/members?${search}` : '/console/members'
}

export const consoleMenuPath = '/console/menu'
export const newMenuItemPath = '/console/menu/new'
export const menuItemPath = (item: { id: number }): string => `/console/menu/${item.id}`
export const consoleStickersPath = '/console/stickers'
export const newSetPath = '/console/stickers/new'
export const consoleSetPath = (set: { id: number }): string => `/console/stickers/${set.id}`
export const consolePagesPath = '/console/pages'
export const newPagePath = '/console/pages/new'
export const consolePagePath = (page: { id: number }): string => `/console/pages/${page.id}`
export const consoleFrontPath = '/console/front'
export const newBlockPath = '/console/front/new'
export const consoleBlockPath = (block: { id: number }): string => `/console/front/${block.id}`
