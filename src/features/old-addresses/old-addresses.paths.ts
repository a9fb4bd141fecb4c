import { boardPath, writePath } from '../boards/boards.paths.ts'
import type { Board } from '../boards/boards.types.ts'
import { feedPath } from '../feeds/feeds.paths.ts'
import { memberPath } from '../members/members.paths.ts'
import { listPath } from '../posts/lists/list-query.paths.ts'
import { editPostPath, postPath } from '../posts/posts.paths.ts'
import type { OldQuery } from './old-addresses.types.ts'

/** Where an address of GnuBoard5 leads on this site. `forEver`: whatever happens here, the same thing stands there. */
export interface NewPlace {
  path: string
  forEver: boolean
}

const forEver = (path: string): NewPlace => ({ path, forEver: true })
const now = (path: string): NewPlace => ({ path, forEver: false })

/** What of a site only it knows: a board as this reader may know it. */
type BoardOf = (slug: string) => Promise<Board | null>

/** Only names and numbers that were checked go into the new address: it never leaves this site, and asks nobody whether the place exists. */
export async function newPlace(script: string, query: OldQuery, boardOf: BoardOf): Promise<NewPlace | null> {
  const { bo_table: slug, wr_id: number } = query
  if (slug !== undefined) return ofBoard(script, { ...query, slug, number }, boardOf)
  switch (script) {
    case 'content.php':
      return query.co_id === undefined ? null : contentPlace(query.co_id)
    case 'group.php':
      return query.gr_id === undefined ? null : forEver(`/groups/${query.gr_id}`)
    case 'search.php':
      return now(searchPlace(query.stx, query.onetable))
    case 'profile.php':
      return query.mb_id === undefined ? null : now(memberPath(query.mb_id))
    default: {
      const path = fixed[script]
      return path === undefined ? null : now(path)
    }
  }
}

type BoardQuery = OldQuery & { slug: string; number: number | undefined }

async function ofBoard(script: string, query: BoardQuery, boardOf: BoardOf): Promise<NewPlace | null> {
  const { slug, number } = query
  switch (script) {
    case 'board.php':
      return number === undefined ? listPlace(query, boardOf) : forEver(postPath(query, number))
    case 'write.php':
      if (number === undefined) return now(writePath(query))
      return now(query.w === 'u' ? editPostPath(query, number) : postPath(query, number))
    case 'rss.php':
      return forEver(feedPath(query))
    case 'link.php':
    case 'download.php':
      // Which of a post's files or links is meant can be seen on its page alone.
      return number === undefined ? null : now(postPath(query, number))
    case 'new.php':
    case 'search.php':
      return newPlace(script, { ...query, bo_table: undefined, onetable: slug }, boardOf)
    default:
      return null
  }
}

async function listPlace({ slug, page = 1, sca, stx }: BoardQuery, boardOf: BoardOf): Promise<NewPlace> {
  if (stx) return now(searchPlace(stx, slug))
  if (!sca) return forEver(boardPath({ slug }, page))
  const board = await boardOf(slug)
  const category = board?.categories.find(({ nameKo, nameEn }) => nameKo === sca || nameEn === sca)
  return now(board && category ? listPath(board, { category: category.id, page }) : boardPath({ slug }, page))
}

/** The two texts that the law asks for have addresses of their own here. */
export const contentPlace = (id: string): NewPlace =>
  id === 'provision' ? forEver('/terms') : id === 'privacy' ? forEver('/privacy') : forEver(`/pages/${id}`)

function searchPlace(words = '', board?: string): string {
  const search = new URLSearchParams()
  if (words) search.set('q', words)
  if (board !== undefined) search.set('board', board)
  return search.size > 0 ? `/search?${search}` : '/search'
}

const fixed: Record<string, string> = {
  'new.php': '/new',
  'faq.php': '/faq',
  'login.php': '/login',
  'register.php': '/signup',
  'register_form.php': '/signup',
  'password_lost.php': '/password/forgot',
  'member_confirm.php': '/me',
  'logout.php': '/me',
  'memo.php': '/me',
  'scrap.php': '/me',
  'point.php': '/me',
  'current_connect.php': '/',
}
