import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { changeLevel, confirmAdult, reinstateMember, suspendMember, withdrawAdult } from '../members/member-administration.service.ts'
import { consoleMemberPath } from './console.paths.ts'
import { LevelForm, MemberParams, MembersQuery, ReasonForm } from './console.schemas.ts'
import { findMembers, loadMember } from './console-members.read-models.ts'
import { memberPage, membersPage } from './console-members.view-models.ts'

export function consoleMemberRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: MemberParams }

  get('/console/members', { access: administratorsOnly, query: MembersQuery }, async ({ reader, query }) =>
    membersPage(reader, query, await findMembers(ctx, query)),
  )

  get('/console/members/:id', one, async ({ reader, params }) => memberPage(reader, await loadMember(ctx, reader, params.id)))

  post('/console/members/:id/level', one, async ({ viewer, reader, params, body }) => {
    const loaded = await loadMember(ctx, reader, params.id)
    const form = readForm(LevelForm, body)
    if (!form.ok) return memberPage(reader, loaded, { ...form, name: 'level' })
    await changeLevel(ctx, viewer, params.id, form.data)
    return changed(loaded.member)
  })

  for (const [name, act] of [
    ['suspend', suspendMember],
    ['reinstate', reinstateMember],
    ['confirm-adult', confirmAdult],
    ['withdraw-adult', withdrawAdult],
  ] as const) {
    post(`/console/members/:id/${name}`, one, async ({ viewer, reader, params, body }) => {
      const loaded = await loadMember(ctx, reader, params.id)
      const form = readForm(ReasonForm, body)
      if (!form.ok) return memberPage(reader, loaded, { ...form, name })
      await act(ctx, viewer, params.id, form.data.reason)
      return changed(loaded.member)
    })
  }

  return { router, doors }
}

const changed = (member: { id: number; nickname: string }) =>
  redirect(consoleMemberPath(member), { kind: 'success', key: 'console.member.changed', args: { name: member.nickname } })
