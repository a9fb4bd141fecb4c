import type { AppContext, Viewer } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { type FormState, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { createCategory, deleteCategory, moveCategory, updateCategory } from '../boards/board-categories.service.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { leaveCategory } from '../posts/category-posts.service.ts'
import { categoriesPath } from './console.paths.ts'
import { BoardParams, CategoryForm, CategoryParams } from './console.schemas.ts'
import { countCategories } from './console-boards.read-models.ts'
import { categoriesPage, categoryPage, deleteCategoryPage } from './console-categories.view-models.ts'

/** So many posts leave a deleted category while its administrator waits; the worker does the others. */
const AT_ONCE = 500

export function consoleCategoryRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const all = { access: administratorsOnly, params: BoardParams }
  const one = { access: administratorsOnly, params: CategoryParams }
  const load = async (viewer: Viewer, params: { board: string; category: number }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const category = board.categories.find(({ id }) => id === params.category)
    if (!category) throw new NotFound('no such category')
    return { board, category }
  }

  get('/console/boards/:board/categories', all, async ({ viewer, reader, params }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    return categoriesPage(reader, board, await countCategories(ctx.db, board.id))
  })

  post('/console/boards/:board/categories', all, async ({ viewer, reader, params, body }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const form = readForm(CategoryForm, body)
    if (!form.ok) return categoriesPage(reader, board, await countCategories(ctx.db, board.id), form)
    if (!(await createCategory(ctx, viewer, board, form.data)))
      return categoriesPage(reader, board, await countCategories(ctx.db, board.id), nameTaken(form))
    return redirect(categoriesPath(board), { kind: 'success', key: 'console.boards.created', args: { name: form.data.nameKo } })
  })

  get('/console/boards/:board/categories/:category', one, async ({ viewer, reader, params }) => {
    const { board, category } = await load(viewer, params)
    return categoryPage(reader, board, category)
  })

  post('/console/boards/:board/categories/:category', one, async ({ viewer, reader, params, body }) => {
    const { board, category } = await load(viewer, params)
    const form = readForm(CategoryForm, body)
    if (!form.ok) return categoryPage(reader, board, category, form)
    if (!(await updateCategory(ctx, viewer, category, form.data))) return categoryPage(reader, board, category, nameTaken(form))
    return redirect(categoriesPath(board), { kind: 'success', key: 'console.saved' })
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`/console/boards/:board/categories/:category/${to}`, one, async ({ viewer, params }) => {
      const { board, category } = await load(viewer, params)
      await moveCategory(ctx, viewer, category, by)
      return redirect(categoriesPath(board))
    })
  }

  get('/console/boards/:board/categories/:category/delete', one, async ({ viewer, reader, params }) => {
    const { board, category } = await load(viewer, params)
    return deleteCategoryPage(reader, board, category, (await countCategories(ctx.db, board.id)).get(category.id) ?? 0)
  })

  post('/console/boards/:board/categories/:category/delete', one, async ({ viewer, params }) => {
    const { board, category } = await load(viewer, params)
    if (await deleteCategory(ctx, viewer, category)) await leaveCategory(ctx, category.id, AT_ONCE)
    return redirect(categoriesPath(board), { kind: 'success', key: 'console.category.deleted', args: { name: category.nameKo } })
  })

  return { router, doors }
}

const nameTaken = ({ draft }: Pick<FormState, 'draft'>): FormState => ({ draft, errors: { nameKo: 'console.category.taken' } })
