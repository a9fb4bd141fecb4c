import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { boardSlugProblem, reservedSlugs } from '../../../src/features/boards/boards.policy.ts'
import { createBoard, ensureFirstBoards, updateBoard } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { routeTable } from '../../../src/routes.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const administrator = { ...guest, memberId: 1, level: 9 }
const form = (slug: string) => BoardForm.parse({ slug, nameKo: '새 게시판', nameEn: 'New board' })

test('a new site begins with three boards, however many nodes start at once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => ensureFirstBoards(site.ctx)))
  const home = await site.visitor().get('/')
  expect(home.texts('.menu a')).toEqual(['공지사항', '자유게시판', 'IT/과학기사'])
  expect((await site.visitor().get('/science', { 'accept-language': 'en' })).text('h1')).toBe('it/science')
  expect(await site.ctx.db('board_numbers')).toHaveLength(3)
})

test('boards that an owner took away do not come back with the next start', async () => {
  await ensureFirstBoards(site.ctx)
  await site.ctx.db('boards').delete()
  await ensureFirstBoards(site.ctx)
  expect(await site.ctx.db('boards')).toEqual([])
})

test('no board can take an address of the site itself', () => {
  const firstSegments = routeTable(site.ctx).map(({ path }) => path.split('/')[1] ?? '')
  const fixed = firstSegments.filter((segment) => /^[a-z][a-z0-9_-]*$/.test(segment))
  expect(fixed.length).toBeGreaterThan(5)
  expect(fixed.filter((segment) => !reservedSlugs.has(segment))).toEqual([])
  expect(['assets', 'healthz', 'readyz'].filter((segment) => boardSlugProblem(segment) === null)).toEqual([])
})

test.each(['Free', 'a/b', 'a.b', '', '1st', 'a'.repeat(21), 'ㄱ', 'a b'])('the address %s is no board', (slug) => {
  expect(boardSlugProblem(slug)).toBe('boards.slug.shape')
})

test('an administrator makes and changes boards; every page knows at once', async () => {
  expect(await createBoard(site.ctx, administrator, form('garden'))).not.toBeNull()
  expect((await site.visitor().get('/garden')).text('h1')).toBe('새 게시판')
  const board = (await site.ctx.db<Board>('boards').first())!
  expect(await updateBoard(site.ctx, administrator, board, { ...form('garden'), nameKo: '텃밭' })).toBe(true)
  expect((await site.visitor().get('/garden')).text('h1')).toBe('텃밭')
})

test('of twenty who make a board under one address at once, one does', async () => {
  await createBoard(site.ctx, administrator, form('first'))
  const made = await Promise.all(Array.from({ length: 20 }, () => createBoard(site.ctx, administrator, form('garden'))))
  expect(made.filter((id) => id !== null)).toHaveLength(1)
})

test('a member makes no board', async () => {
  await expect(createBoard(site.ctx, { ...guest, memberId: 2, level: 8 }, form('garden'))).rejects.toThrow()
})
