import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { Conflict } from '../../lib/http/errors.ts'
import { type FormState, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import * as service from '../boards/board-groups.service.ts'
import { consoleBoardsPath, consoleGroupPath, newGroupPath } from './console.paths.ts'
import { GroupForm, GroupParams, ModeratorForm } from './console.schemas.ts'
import { findActiveMember } from './console-boards.read-models.ts'
import { findGroupMember, loadGroup } from './console-groups.read-models.ts'
import { deleteGroupPage, groupPage, newGroupPage } from './console-groups.view-models.ts'

export function consoleGroupRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: GroupParams }

  get(newGroupPath, { access: administratorsOnly }, ({ reader }) => newGroupPage(reader))

  post(newGroupPath, { access: administratorsOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(GroupForm, body)
    if (!form.ok) return newGroupPage(reader, form)
    if (!(await service.createGroup(ctx, viewer, form.data))) return newGroupPage(reader, slugTaken(form))
    return redirect(consoleBoardsPath, { kind: 'success', key: 'console.boards.created', args: { name: form.data.nameKo } })
  })

  get('/console/groups/:id', one, async ({ reader, params }) => groupPage(reader, await loadGroup(ctx, params.id)))

  post('/console/groups/:id', one, async ({ viewer, reader, params, body }) => {
    const details = await loadGroup(ctx, params.id)
    const { group } = details
    // What a form doesn't send keeps its value.
    const kept = { slug: group.slug, nameKo: group.nameKo, nameEn: group.nameEn, level: String(group.level) }
    const form = readForm(GroupForm, { ...kept, membersOnly: group.membersOnly ? 'yes' : 'no', ...Object(body) })
    if (!form.ok) return groupPage(reader, details, form)
    if (!(await service.updateGroup(ctx, viewer, group, form.data))) return groupPage(reader, details, slugTaken(form))
    return redirect(consoleGroupPath(group), { kind: 'success', key: 'console.saved' })
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`/console/groups/:id/${to}`, one, async ({ viewer, params }) => {
      await service.moveGroup(ctx, viewer, params, by)
      return redirect(consoleBoardsPath)
    })
  }

  post('/console/groups/:id/members', one, async ({ viewer, reader, params, body }) => {
    const details = await loadGroup(ctx, params.id)
    const { nickname } = ModeratorForm.parse(body ?? {})
    const member = await findActiveMember(ctx.db, nickname)
    if (!member) {
      const unknown = { draft: { nickname }, errors: { nickname: 'console.board.moderators.unknown' } }
      return groupPage(reader, details, null, unknown)
    }
    await service.addGroupMember(ctx, viewer, params, member.id)
    const args = { name: member.nickname }
    return redirect(consoleGroupPath(params), { kind: 'success', key: 'console.group.members.added', args })
  })

  post('/console/groups/:id/members/remove', one, async ({ viewer, params, body }) => {
    const member = await findGroupMember(ctx.db, params.id, ModeratorForm.parse(body ?? {}).nickname)
    if (member) await service.removeGroupMember(ctx, viewer, params, member.id)
    return redirect(consoleGroupPath(params), { kind: 'success', key: 'console.group.members.removed' })
  })

  get('/console/groups/:id/delete', one, async ({ reader, params }) => deleteGroupPage(reader, await loadGroup(ctx, params.id)))

  post('/console/groups/:id/delete', one, async ({ viewer, params }) => {
    const { group } = await loadGroup(ctx, params.id)
    if (!(await service.deleteGroup(ctx, viewer, group))) throw new Conflict('the group has boards', 'console.group.delete.hasBoards')
    return redirect(consoleBoardsPath, { kind: 'success', key: 'console.group.deleted', args: { name: group.nameKo } })
  })

  return { router, doors }
}

const slugTaken = ({ draft }: Pick<FormState, 'draft'>): FormState => ({ draft, errors: { slug: 'console.group.taken' } })
