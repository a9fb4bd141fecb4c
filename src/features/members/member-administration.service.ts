import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { recordAct } from '../moderation/moderation.service.ts'
import type { MemberAct } from '../moderation/moderation.types.ts'
import { canConfirmAdult, canGiveLevel, canReinstate, canSuspend, canWithdrawAdult } from './member-administration.policy.ts'
import { endSessions, holdMembers, updateAdult, updateLevel, updateStatus } from './members.repository.ts'
import type { Member } from './members.types.ts'

/** Level and status end the member's sessions: what someone may do changes at once, wherever they are logged in. */

export const changeLevel = (ctx: AppContext, viewer: Viewer, memberId: number, change: { level: number; reason: string }): Promise<void> =>
  administer(ctx, viewer, memberId, async (trx, acting, member) => {
    if (!canGiveLevel(acting, member, change.level)) throw new Forbidden('may not give this level', 'console.member.mayNot')
    if (member.level === change.level) return null
    await updateLevel(trx, member.id, change.level)
    return { action: 'level', reason: `${member.level} → ${change.level}: ${change.reason}` }
  })

export const suspendMember = (ctx: AppContext, viewer: Viewer, memberId: number, reason: string): Promise<void> =>
  administer(ctx, viewer, memberId, async (trx, acting, member) => {
    if (member.status === 'suspended') return null
    if (!canSuspend(acting, member)) throw new Forbidden('may not suspend', 'console.member.mayNot')
    await updateStatus(trx, member.id, 'suspended')
    return { action: 'suspend', reason }
  })

export const reinstateMember = (ctx: AppContext, viewer: Viewer, memberId: number, reason: string): Promise<void> =>
  administer(ctx, viewer, memberId, async (trx, acting, member) => {
    if (member.status === 'active') return null
    if (!canReinstate(acting, member)) throw new Forbidden('may not reinstate', 'console.member.mayNot')
    await updateStatus(trx, member.id, 'active')
    return { action: 'reinstate', reason }
  })

/** What they may read is asked of the row at each request: nobody has to log in again for it. */
export const confirmAdult = (ctx: AppContext, viewer: Viewer, memberId: number, reason: string): Promise<void> =>
  administer(ctx, viewer, memberId, async (trx, acting, member) => {
    if (member.adultConfirmedAt !== null && member.adultConfirmedBy === 'staff') return null
    if (!canConfirmAdult(acting, member)) throw new Forbidden('may not confirm', 'console.member.mayNot')
    await updateAdult(trx, member.id, { adultConfirmedAt: ctx.clock.now(), adultConfirmedBy: 'staff' })
    return { action: 'confirm-adult', reason, staysLoggedIn: true }
  })

export const withdrawAdult = (ctx: AppContext, viewer: Viewer, memberId: number, reason: string): Promise<void> =>
  administer(ctx, viewer, memberId, async (trx, acting, member) => {
    if (member.adultConfirmedAt === null) return null
    if (!canWithdrawAdult(acting, member)) throw new Forbidden('may not withdraw', 'console.member.mayNot')
    await updateAdult(trx, member.id, { adultConfirmedAt: null, adultConfirmedBy: 'staff' })
    return { action: 'withdraw-adult', reason, staysLoggedIn: true }
  })

interface Done {
  action: MemberAct
  reason: string
  staysLoggedIn?: true
}

type Change = (trx: Db, acting: Viewer, member: Member) => Promise<Done | null>

/**
 * Both rows are held, and the answer is that of this moment: of two owners who demote each other the second is no owner any more.
 * `change` answers null when the member already is as wished; nothing is recorded then.
 */
async function administer(ctx: AppContext, viewer: Viewer, memberId: number, change: Change): Promise<void> {
  const moderatorId = viewer.memberId
  if (moderatorId === null) throw new Forbidden('administrators only')
  await inTransaction(ctx.db, async (trx) => {
    const held = await holdMembers(trx, [moderatorId, memberId])
    const me = held.find(({ id }) => id === moderatorId)
    const member = held.find(({ id }) => id === memberId)
    if (!member || me?.status !== 'active') throw new NotFound('no such member')
    const act = await change(trx, { ...viewer, level: me.level }, member)
    if (act === null) return
    const { action, reason, staysLoggedIn = false } = act
    if (!staysLoggedIn) await endSessions(trx, member.id)
    await recordAct(trx, { action, reason, moderatorId, memberId: member.id, createdAt: ctx.clock.now() })
  })
}
