import type { Viewer } from '../../src/context.ts'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { addBlock } from '../../src/features/home/front-blocks.service.ts'
import type { FrontDraft } from '../../src/features/home/front-blocks.types.ts'
import { addItem } from '../../src/features/menu/menu.service.ts'
import type { MenuDraft } from '../../src/features/menu/menu.types.ts'
import { addPage } from '../../src/features/pages/pages.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { setTags } from '../../src/features/tags/tags.service.ts'
import type { Site } from './site.ts'

/** What a reader meets away from the boards: tags of posts that all may read, of one that members read, of one that staff read. */
export async function tagPosts(site: Site, posts: { open: Post[]; closed: { post: Post; tag: string }[] }): Promise<void> {
  for (const post of posts.open) await setTags(site.ctx.db, post, ['동네책방', '산책', 'node.js'])
  for (const { post, tag } of posts.closed) await setTags(site.ctx.db, post, ['동네책방', tag])
}

export const aMenuItem = (item: Partial<MenuDraft> & Pick<MenuDraft, 'kind'>): MenuDraft => ({
  ...{ parentId: null, targetId: null, url: '', nameKo: '', nameEn: '' },
  ...item,
})

export const aBlock = (block: Partial<FrontDraft> & Pick<FrontDraft, 'kind'>): FrontDraft => ({
  ...{ boardId: null, titleKo: '', titleEn: '', rowCount: 6, place: 'wide', sourceKo: '', sourceEn: '' },
  ...block,
})

export const aPage = {
  slug: 'about',
  titleKo: '회사소개',
  titleEn: 'About us',
  level: 1,
  inFooter: 1 as const,
  sourceKo: '# 우리',
  sourceEn: '# We',
}

export type Arranged = Record<'item' | 'own' | 'block', number>

interface Place {
  free: Board
  members: Board
  staff: Board
}

/** A menu of two levels, two pages (one for staff), and one block of every kind, also of boards that not all may read. */
export async function arrangeFront(site: Site, owner: Viewer, { free, members, staff }: Place, word: string): Promise<Arranged> {
  await addPage(site.ctx, owner, aPage)
  await addPage(site.ctx, owner, { ...aPage, slug: 'handbook', titleKo: `안내 ${word}`, titleEn: word, level: 9 })
  const pages = await site.ctx.db('own_pages').orderBy('id').select<{ id: number }[]>('id')
  await addItem(site.ctx, owner, aMenuItem({ kind: 'group', targetId: free.groupId }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'new' }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'popular' }))
  const { id: parentId } = await site.ctx.db('menu_items').where({ kind: 'new' }).first('id')
  await addItem(site.ctx, owner, aMenuItem({ kind: 'page', targetId: pages[0]?.id ?? null, parentId }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'page', targetId: pages[1]?.id ?? null }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'board', targetId: staff.id, parentId }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'link', url: '/tags', nameKo: '태그', nameEn: 'Tags' }))
  for (const boardId of [free.id, members.id, staff.id]) await addBlock(site.ctx, owner, aBlock({ kind: 'latest', boardId }))
  for (const kind of ['notices', 'popular-day', 'popular-week', 'popular-month', 'comments', 'counter'] as const)
    await addBlock(site.ctx, owner, aBlock({ kind, place: 'narrow' }))
  await addBlock(site.ctx, owner, aBlock({ kind: 'gallery', boardId: free.id, place: 'full' }))
  await addBlock(site.ctx, owner, aBlock({ kind: 'categories', boardId: free.id }))
  await addBlock(site.ctx, owner, aBlock({ kind: 'text', titleKo: '인사', sourceKo: '**반갑습니다.**' }))
  await addBlock(site.ctx, owner, aBlock({ kind: 'links', sourceKo: '새 글 /new\n우리 동네 https://example.org/town' }))
  const newest = async (table: string) => Number((await site.ctx.db(table).orderBy('id', 'desc').first('id')).id)
  return { item: await newest('menu_items'), own: await newest('own_pages'), block: await newest('front_blocks') }
}
