import type { AppContext, Viewer } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { Conflict } from '../../lib/http/errors.ts'
import { type FormState, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listAllBoards, loadBoard } from '../boards/boards.read-models.ts'
import { hasPosts } from '../posts/move-posts.service.ts'
import { consoleBoardPath, consoleBoardsPath } from './console.paths.ts'
import { BoardParams, CopyForm, MergeForm } from './console.schemas.ts'
import { countPosts } from './console-boards.read-models.ts'
import { copySettings } from './console-boards.service.ts'
import { confirmMergePage, copyPage, deleteBoardPage, mergePage } from './console-merges.view-models.ts'
import { deleteBoard, mergeBoards } from './merge-boards.service.ts'

/** What is done with a whole board: merged into another, deleted, made like another. */
export function consoleMergeRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: BoardParams }
  const load = async (viewer: Viewer, slug: string) => {
    const board = await loadBoard(ctx, viewer, slug)
    return { board, others: (await listAllBoards(ctx)).filter(({ id }) => id !== board.id) }
  }

  get('/console/boards/:board/merge', one, async ({ viewer, reader, params }) => {
    const { board, others } = await load(viewer, params.board)
    return mergePage(reader, board, others)
  })

  post('/console/boards/:board/merge', one, async ({ viewer, reader, params, body }) => {
    const { board: from, others } = await load(viewer, params.board)
    const form = readForm(MergeForm, body)
    if (!form.ok) return mergePage(reader, from, others, form)
    const into = others.find(({ slug }) => slug === form.data.into)
    if (!into) return mergePage(reader, from, others, unknown(form.draft, 'into'))
    if (!form.data.confirmed) return confirmMergePage(reader, { from, into, posts: await countPosts(ctx.db, from.id) })
    const merged = await mergeBoards(ctx, viewer, { from, into })
    if (merged === null) throw new Conflict('part of another merge', 'console.merge.busy')
    const args = { from: from.nameKo, into: into.nameKo }
    return redirect(consoleBoardsPath, { kind: 'success', key: merged === 'done' ? 'console.merge.done' : 'console.merge.begun', args })
  })

  get('/console/boards/:board/delete', one, async ({ viewer, reader, params }) => {
    const { board } = await load(viewer, params.board)
    return deleteBoardPage(reader, board, await hasPosts(ctx.db, board.id))
  })

  post('/console/boards/:board/delete', one, async ({ viewer, params }) => {
    const { board } = await load(viewer, params.board)
    if (!(await deleteBoard(ctx, viewer, board))) throw new Conflict('the board has posts', 'console.delete.hasPosts')
    return redirect(consoleBoardsPath, { kind: 'success', key: 'console.delete.done', args: { board: board.nameKo } })
  })

  get('/console/boards/:board/copy', one, async ({ viewer, reader, params }) => {
    const { board, others } = await load(viewer, params.board)
    return copyPage(reader, board, others)
  })

  post('/console/boards/:board/copy', one, async ({ viewer, reader, params, body }) => {
    const { board, others } = await load(viewer, params.board)
    const form = readForm(CopyForm, body)
    if (!form.ok) return copyPage(reader, board, others, form)
    const from = others.find(({ slug }) => slug === form.data.from)
    if (!from) return copyPage(reader, board, others, unknown(form.draft, 'from'))
    await copySettings(ctx, viewer, { from, to: board }, form.data)
    return redirect(consoleBoardPath(board), { kind: 'success', key: 'console.copy.done', args: { from: from.nameKo } })
  })

  return { router, doors }
}

const unknown = (draft: FormState['draft'], field: 'into' | 'from'): FormState => ({
  draft,
  errors: { [field]: field === 'into' ? 'console.merge.into.invalid' : 'console.copy.from.invalid' },
})
