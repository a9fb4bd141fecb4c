/** `new` and `popular` are the lists over all boards. */
export const menuKinds = ['board', 'group', 'page', 'link', 'new', 'popular'] as const
export type MenuKind = (typeof menuKinds)[number]

/** One line of the site's menu. Those without a parent stand in the row, the others open below it. */
export interface MenuItem {
  id: number
  parentId: number | null
  position: number
  kind: MenuKind
  /** Of a board, a group of boards or a page. */
  targetId: number | null
  url: string
  /** Empty: what the target itself is called. */
  nameKo: string
  nameEn: string
}

export type MenuDraft = Omit<MenuItem, 'id' | 'position'>

/** As `views/layouts/_menu.ejs` prints it. */
export interface MenuLink {
  name: string
  path: string
  /** A board for adults. */
  adult: boolean
  current: boolean
  /** One of those below it is where the reader is. */
  holdsCurrent: boolean
  children: MenuLink[]
}
