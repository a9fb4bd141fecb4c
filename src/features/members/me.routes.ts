import type { AppContext, Reader } from '../../context.ts'
import { anyone, membersOnly } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { emptyForm, type FormState, readForm } from '../../lib/http/form.ts'
import { createLimit } from '../../lib/http/limits.ts'
import { found, redirect } from '../../lib/http/reply.ts'
import { returnTo } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listActsForMember } from '../moderation/moderation.read-models.ts'
import { loadAuthorStream } from '../streams/author-stream.read-models.ts'
import { ownRoom } from '../uploads/room.read-models.ts'
import { myPage } from './me.view-models.ts'
import { declareAdultPath, memberPath } from './members.paths.ts'
import { canUseReservedNames } from './members.policy.ts'
import { listCommentsOf, listPostsOf, loadMember, loadProfile } from './members.read-models.ts'
import {
  ChangeAnyNicknameForm,
  ChangeNicknameForm,
  ChangePasswordForm,
  DeclareAdultForm,
  NamedOnlineForm,
  NicknameParams,
  ProfileQuery,
} from './members.schemas.ts'
import { changeNickname, changePassword, chooseNamedOnline, declareAdult, logOutEverywhere } from './members.service.ts'
import { profilePage } from './members.view-models.ts'

/** A member's own page, and how others see them. */
export function myRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  // Whoever sits down at somebody's open session must not try passwords there.
  const passwordLimit = createLimit(ctx.redis, 'own-password', 10, 900)
  const nicknameLimit = createLimit(ctx.redis, 'nickname', 10, 86_400)

  get('/me', { access: membersOnly }, ({ reader }) => showMe(ctx, reader, emptyForm))

  post('/me/nickname', { access: membersOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(canUseReservedNames(viewer) ? ChangeAnyNicknameForm : ChangeNicknameForm, body)
    if (!form.ok) return showMe(ctx, reader, form, 422)
    await nicknameLimit.spend(String(viewer.memberId))
    const result = await changeNickname(ctx, idOf(viewer.memberId), form.data.nickname)
    if ('taken' in result) return showMe(ctx, reader, { draft: form.draft, errors: { nickname: 'members.nickname.taken' } }, 422)
    return redirect('/me', { kind: 'success', key: 'members.nickname.changed' })
  })

  post('/me/password', { access: membersOnly }, async ({ viewer, reader, body, session }) => {
    const form = readForm(ChangePasswordForm, body)
    if (!form.ok) return showMe(ctx, reader, form, 422)
    await passwordLimit.spend(String(viewer.memberId))
    const result = await changePassword(ctx, idOf(viewer.memberId), form.data)
    if ('errors' in result) return showMe(ctx, reader, { draft: {}, errors: result.errors }, 422)
    await session.begin(result.member, { keep: session.kept })
    return redirect('/me', { kind: 'success', key: 'members.password.changed' })
  })

  post(declareAdultPath, { access: membersOnly }, async ({ viewer, body }) => {
    const { draft } = readForm(DeclareAdultForm, body)
    const taken = await declareAdult(ctx, idOf(viewer.memberId))
    const flash = taken ? ({ kind: 'success', key: 'adults.declared' } as const) : ({ kind: 'danger', key: 'adults.refused' } as const)
    return redirect(returnTo(draft['returnTo']), flash)
  })

  post('/me/online', { access: membersOnly }, async ({ viewer, body }) => {
    const form = readForm(NamedOnlineForm, body)
    // A form without a choice chooses nothing.
    if (!form.ok) return redirect('/me')
    const named = form.data.named === 'yes'
    await chooseNamedOnline(ctx, idOf(viewer.memberId), named)
    return redirect('/me', { kind: 'success', key: named ? 'online.choice.shown' : 'online.choice.hidden' })
  })

  post('/me/log-out-everywhere', { access: membersOnly }, async ({ viewer, session }) => {
    await logOutEverywhere(ctx, idOf(viewer.memberId))
    await session.end()
    return redirect('/login', { kind: 'success', key: 'members.loggedOutEverywhere' })
  })

  get(
    '/members/:nickname',
    { access: anyone, replica: true, params: NicknameParams, query: ProfileQuery },
    async ({ viewer, reader, params, query }) => {
      const profile = await loadProfile(ctx, viewer, params.nickname)
      const { id, nickname } = profile.member
      if (nickname !== params.nickname) return found(memberPath(nickname))
      return profilePage(reader, profile, await loadAuthorStream(ctx, reader, id, { base: memberPath(nickname), ...query }))
    },
  )

  return { router, doors }
}

async function showMe(ctx: AppContext, reader: Reader, form: FormState, status = 200) {
  const id = idOf(reader.viewer.memberId)
  const [member, posts, comments, acts, room] = await Promise.all([
    loadMember(ctx.db, id),
    listPostsOf(ctx, reader.viewer, id),
    listCommentsOf(ctx, reader.viewer, id),
    listActsForMember(ctx, reader, id),
    ownRoom(ctx, { ...reader.viewer, memberId: id }),
  ])
  return myPage(reader, { member, posts, comments, acts, room }, form, status)
}

/** Behind `membersOnly` there is always one. */
function idOf(memberId: number | null): number {
  if (memberId === null) throw new NotFound('no member')
  return memberId
}
