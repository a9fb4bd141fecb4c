import type { AppContext, Viewer } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import type { FormState } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { addModerator, moveBoard, nextPosition, removeModerator } from '../boards/board-administration.service.ts'
import { addCategoriesOf } from '../boards/board-categories.service.ts'
import { listGroups, loadBoard } from '../boards/boards.read-models.ts'
import { createBoard } from '../boards/boards.service.ts'
import { consoleBoardPath, consoleBoardsPath, newBoardPath } from './console.paths.ts'
import { BoardParams, ModeratorForm, NewBoardQuery } from './console.schemas.ts'
import { draftOfBoard, draftOfNew, readBoardForm } from './console-board-form.schemas.ts'
import { findActiveMember, findModerator, loadBoardSettings, loadBoards } from './console-boards.read-models.ts'
import { saveBoard } from './console-boards.service.ts'
import { boardSettingsPage, boardsPage, newBoardPage } from './console-boards.view-models.ts'

export function consoleBoardRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: BoardParams }

  get(consoleBoardsPath, { access: administratorsOnly }, async ({ reader }) => {
    return boardsPage(reader, await loadBoards(ctx))
  })

  const fresh = { access: administratorsOnly, query: NewBoardQuery }
  /** The board whose settings and categories a new one begins with, if any. */
  const modelOf = async (viewer: Viewer, slug: string | undefined) => (slug === undefined ? null : await loadBoard(ctx, viewer, slug))

  get(newBoardPath, fresh, async ({ viewer, reader, query }) => {
    const like = await modelOf(viewer, query.like)
    return newBoardPage(reader, { draft: draftOfNew(like), errors: {} }, await listGroups(ctx.db), like)
  })

  post(newBoardPath, fresh, async ({ viewer, reader, query, body }) => {
    const like = await modelOf(viewer, query.like)
    const groups = await listGroups(ctx.db)
    const form = readBoardForm(body, like, groups)
    if (!form.ok) return newBoardPage(reader, form, groups, like)
    const id = await createBoard(ctx, viewer, { ...form.data, position: await nextPosition(ctx) })
    if (id === null) return newBoardPage(reader, slugTaken(form), groups, like)
    if (like) await addCategoriesOf(ctx, viewer, { from: like, to: { id } })
    return redirect(consoleBoardsPath, { kind: 'success', key: 'console.boards.created', args: { name: form.data.nameKo } })
  })

  get('/console/boards/:board', one, async ({ viewer, reader, params }) => {
    const loaded = await loadBoardSettings(ctx, viewer, params.board)
    return boardSettingsPage(reader, loaded, { draft: draftOfBoard(loaded.board), errors: {} })
  })

  post('/console/boards/:board', one, async ({ viewer, reader, params, body }) => {
    const loaded = await loadBoardSettings(ctx, viewer, params.board)
    const form = readBoardForm(body, loaded.board, loaded.groups)
    if (!form.ok) return boardSettingsPage(reader, loaded, form)
    const { board } = loaded
    // In another group a board stands last.
    const stays = (form.data.groupId ?? board.groupId) === board.groupId
    const position = stays ? board.position : await nextPosition(ctx)
    if (!(await saveBoard(ctx, viewer, board, { ...form.data, position }))) return boardSettingsPage(reader, loaded, slugTaken(form))
    return redirect(consoleBoardPath(form.data), { kind: 'success', key: 'console.saved' })
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`/console/boards/:board/${to}`, one, async ({ viewer, params }) => {
      await moveBoard(ctx, viewer, await loadBoard(ctx, viewer, params.board), by)
      return redirect(consoleBoardsPath)
    })
  }

  post('/console/boards/:board/moderators', one, async ({ viewer, reader, params, body }) => {
    const loaded = await loadBoardSettings(ctx, viewer, params.board)
    const { nickname } = ModeratorForm.parse(body ?? {})
    const member = await findActiveMember(ctx.db, nickname)
    if (!member) {
      const unknown = { draft: { nickname }, errors: { nickname: 'console.board.moderators.unknown' } }
      return boardSettingsPage(reader, loaded, { draft: draftOfBoard(loaded.board), errors: {} }, unknown)
    }
    await addModerator(ctx, viewer, loaded.board, member.id)
    const args = { name: member.nickname }
    return redirect(consoleBoardPath(loaded.board), { kind: 'success', key: 'console.board.moderators.added', args })
  })

  post('/console/boards/:board/moderators/remove', one, async ({ viewer, params, body }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const member = await findModerator(ctx.db, board.id, ModeratorForm.parse(body ?? {}).nickname)
    if (member) await removeModerator(ctx, viewer, board, member.id)
    return redirect(consoleBoardPath(board), { kind: 'success', key: 'console.board.moderators.removed' })
  })

  return { router, doors }
}

const slugTaken = ({ draft }: Pick<FormState, 'draft'>): FormState => ({ draft, errors: { slug: 'boards.slug.taken' } })
