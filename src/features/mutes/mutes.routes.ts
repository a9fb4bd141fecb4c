import type { AppContext } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { BadRequest, Forbidden } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { returnTo } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { memberPath } from '../members/members.paths.ts'
import { loadShownMember } from '../members/members.read-models.ts'
import { mutesPath } from './mutes.paths.ts'
import { canMute } from './mutes.policy.ts'
import { isMuted, listMuted } from './mutes.read-models.ts'
import { MuteForm, MuteQuery, NicknameParams } from './mutes.schemas.ts'
import { mute } from './mutes.service.ts'
import { mutePage, mutesPage } from './mutes.view-models.ts'

export function muteRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get(mutesPath, { access: membersOnly }, async ({ viewer, reader }) => mutesPage(reader, await listMuted(ctx, viewer)))

  get(
    '/members/:nickname/mute',
    { access: membersOnly, params: NicknameParams, query: MuteQuery },
    async ({ viewer, reader, params, query }) => {
      const { id, nickname } = await loadShownMember(ctx.db, params.nickname)
      if (!canMute(viewer, id)) throw new Forbidden('nobody mutes themselves', 'mutes.notOneself')
      return mutePage(reader, nickname, {
        muted: await isMuted(ctx.db, viewer, id),
        returnTo: returnTo(query.returnTo, memberPath(nickname)),
      })
    },
  )

  post('/members/:nickname/mute', { access: membersOnly, params: NicknameParams }, async ({ viewer, params, body }) => {
    const { id, nickname } = await loadShownMember(ctx.db, params.nickname)
    const form = readForm(MuteForm, body)
    if (!form.ok) throw new BadRequest('neither muted nor heard again')
    await mute(ctx, viewer, id, form.data.mute)
    const key = form.data.mute === 'yes' ? 'mutes.flash.muted' : 'mutes.flash.unmuted'
    return redirect(returnTo(form.data.returnTo, memberPath(nickname)), { kind: 'success', key })
  })

  return { router, doors }
}
