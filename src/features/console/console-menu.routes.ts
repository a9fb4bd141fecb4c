import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { readForm, refuseForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listAllBoards, listAllGroups } from '../boards/boards.read-models.ts'
import { listMenuItems } from '../menu/menu.read-models.ts'
import { addItem, changeItem, loadItem, moveItem, removeItem } from '../menu/menu.service.ts'
import type { MenuDraft, MenuItem } from '../menu/menu.types.ts'
import { listOwnPages } from '../pages/pages.read-models.ts'
import { consoleMenuPath, newMenuItemPath } from './console.paths.ts'
import { ItemParams, MenuForm } from './console-menu.schemas.ts'
import { draftOfItem, type MenuTargets, menuItemPage, menuPage, parentsFor } from './console-menu.view-models.ts'

export function consoleMenuRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: ItemParams }
  const item = `${consoleMenuPath}/:item`

  get(consoleMenuPath, { access: administratorsOnly }, async ({ reader }) => menuPage(reader, await loadTargets(ctx)))

  get(newMenuItemPath, { access: administratorsOnly }, async ({ reader }) =>
    menuItemPage(reader, await loadTargets(ctx), null, { draft: draftOfItem(null), errors: {} }),
  )

  post(newMenuItemPath, { access: administratorsOnly }, async ({ viewer, reader, body }) => {
    const targets = await loadTargets(ctx)
    const form = readItem(targets, null, body)
    if (!form.ok) return menuItemPage(reader, targets, null, form)
    await addItem(ctx, viewer, draftOf(form.data))
    return redirect(consoleMenuPath, { kind: 'success', key: 'console.saved' })
  })

  get(item, one, async ({ reader, params }) => {
    const known = await loadItem(ctx, params.item)
    return menuItemPage(reader, await loadTargets(ctx), known, { draft: draftOfItem(known), errors: {} })
  })

  post(item, one, async ({ viewer, reader, params, body }) => {
    const known = await loadItem(ctx, params.item)
    const targets = await loadTargets(ctx)
    const form = readItem(targets, known, body)
    if (!form.ok) return menuItemPage(reader, targets, known, form)
    await changeItem(ctx, viewer, known.id, draftOf(form.data))
    return redirect(consoleMenuPath, { kind: 'success', key: 'console.saved' })
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`${item}/${to}`, one, async ({ viewer, params }) => {
      await moveItem(ctx, viewer, await loadItem(ctx, params.item), by)
      return redirect(consoleMenuPath)
    })
  }

  post(`${item}/remove`, one, async ({ viewer, params }) => {
    await removeItem(ctx, viewer, params.item)
    return redirect(consoleMenuPath, { kind: 'success', key: 'console.menuItem.removed' })
  })

  return { router, doors }
}

async function loadTargets(ctx: AppContext): Promise<MenuTargets> {
  const [items, boards, groups, pages] = await Promise.all([listMenuItems(ctx), listAllBoards(ctx), listAllGroups(ctx), listOwnPages(ctx)])
  return { items, boards, groups, pages }
}

function readItem(targets: MenuTargets, known: MenuItem | null, body: unknown) {
  const form = readForm(MenuForm, body)
  if (!form.ok) return form
  const { kind, targetId, parentId } = draftOf(form.data)
  const there: Partial<Record<typeof kind, readonly { id: number }[]>> = {
    board: targets.boards,
    group: targets.groups,
    page: targets.pages,
  }
  const targetKnown = there[kind]?.some(({ id }) => id === targetId) ?? true
  if (!targetKnown) return refuseForm(form.draft, 'target', 'boards.choice')
  const parentKnown = parentId === null || parentsFor(targets, known).some(({ id }) => id === parentId)
  return parentKnown ? form : refuseForm(form.draft, 'parent', 'console.menuItem.parent.invalid')
}

function draftOf({ target, url, nameKo, nameEn, parent }: MenuForm): MenuDraft {
  const [kind, targetId] = target.split(':') as [MenuDraft['kind'], string | undefined]
  return {
    kind,
    targetId: targetId === undefined ? null : Number(targetId),
    url: kind === 'link' ? url : '',
    nameKo,
    nameEn,
    parentId: parent,
  }
}
