import type { Reader } from '../../context.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { canList } from '../boards/boards.policy.ts'
import { type Board, type BoardGroup, boardName } from '../boards/boards.types.ts'
import { ownPagePath } from '../pages/pages.paths.ts'
import { canReadPage } from '../pages/pages.policy.ts'
import { type OwnPage, pageTitle } from '../pages/pages.types.ts'
import { groupPath, newPath, popularPath } from '../streams/streams.paths.ts'
import type { MenuItem, MenuLink } from './menu.types.ts'

interface At {
  path: string
  board: string | undefined
}

interface Parts {
  items: readonly MenuItem[]
  /** Those that the reader may enter, or could if they were of age. */
  boards: readonly Board[]
  groups: readonly BoardGroup[]
  pages: readonly OwnPage[]
}

export const boardLinks = ({ locale }: Reader, boards: readonly Board[], at: At): MenuLink[] =>
  boards.map((board) => boardLink(board, boardName(board, locale), at))

export function menuLinks(reader: Reader, parts: Parts, at: At): MenuLink[] {
  const below = (parentId: number | null) => parts.items.filter((item) => item.parentId === parentId)
  return below(null).flatMap((item) => {
    const found = linkOf(reader, parts, item, at)
    const children = below(item.id).flatMap((child) => linkOf(reader, parts, child, at) ?? [])
    // What hangs below something that the reader may not enter stands in its place.
    if (!found) return children
    const all = [...found.children, ...children]
    return [{ ...found, children: all, holdsCurrent: all.some(({ current }) => current) }]
  })
}

function linkOf(reader: Reader, { boards, groups, pages }: Parts, item: MenuItem, at: At): MenuLink | null {
  const { t, locale, viewer } = reader
  const named = (own: string) => (locale === 'ko' ? item.nameKo || item.nameEn : item.nameEn || item.nameKo) || own
  const here = (path: string, own: string) => link(named(own), path, at.path === path)
  switch (item.kind) {
    case 'board': {
      const board = boards.find(({ id }) => id === item.targetId)
      return board ? boardLink(board, named(boardName(board, locale)), at) : null
    }
    case 'group': {
      const group = groups.find(({ id }) => id === item.targetId)
      const inside = boards.filter(({ groupId }) => groupId === item.targetId)
      // The group's own page shows what is in its boards.
      if (!group || !inside.some((board) => canList(viewer, board))) return null
      return { ...here(groupPath(group), boardName(group, locale)), children: boardLinks(reader, inside, at) }
    }
    case 'page': {
      const page = pages.find(({ id }) => id === item.targetId)
      return page && canReadPage(viewer, page) ? here(ownPagePath(page), pageTitle(page, locale)) : null
    }
    case 'new':
      return here(newPath, t('streams.new'))
    case 'popular':
      return here(popularPath, t('streams.popular'))
    case 'link':
      return here(item.url, item.url)
  }
}

const link = (name: string, path: string, current: boolean): MenuLink => ({
  name,
  path,
  adult: false,
  current,
  holdsCurrent: false,
  children: [],
})

const boardLink = (board: Board, name: string, at: At): MenuLink => ({
  ...link(name, boardPath(board), board.slug === at.board),
  adult: board.adultsOnly,
})
