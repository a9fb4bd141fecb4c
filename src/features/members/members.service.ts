import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { duplicateKeyOf } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { noteMemberGone } from '../visits/online.service.ts'
import { type MemberRenamed, memberRenamed, memberSignedUp } from './members.events.ts'
import { canDeclareAdult } from './members.policy.ts'
import * as repository from './members.repository.ts'
import { MEMBER_LEVEL, type Member, type NewMember, type TakenField, takenFields } from './members.types.ts'
import { saysName } from './passwords.policy.ts'

export type SignUpResult = { member: Pick<Member, 'id' | 'sessionEpoch'> } | { taken: TakenField[] }

/** How long a sign-up that comes again is taken for the same one. */
const RETRY_MS = 10 * 60_000

/** Of two who sign up with one name at the same time the database lets one in; the other learns which field it was. */
export async function signUp(ctx: AppContext, form: NewMember): Promise<SignUpResult> {
  const taken = await repository.listTaken(ctx.db, form)
  const result = taken.length > 0 ? { taken } : await insertNewMember(ctx, form)
  return 'taken' in result ? ((await findSameSignUp(ctx, form)) ?? result) : result
}

/** A double click, or a form sent again because the answer got lost: whoever was just let in, and knows the password, is let in again. */
async function findSameSignUp(ctx: AppContext, form: NewMember): Promise<SignUpResult | null> {
  const member = await repository.findMemberByLogin(ctx.db, form.login)
  if (!member || member.nickname !== form.nickname || member.email !== form.email || member.status !== 'active') return null
  if (ctx.clock.now().getTime() - member.createdAt.getTime() > RETRY_MS) return null
  return (await ctx.passwords.verify(form.password, member.passwordHash)) ? { member } : null
}

async function insertNewMember(ctx: AppContext, form: NewMember): Promise<SignUpResult> {
  const passwordHash = await ctx.passwords.hash(form.password)
  return unlessTaken(() =>
    inTransaction(ctx.db, async (trx) => {
      const id = await addMember(ctx, trx, { ...form, passwordHash, level: MEMBER_LEVEL })
      return { member: { id, sessionEpoch: 0 } }
    }),
  )
}

export async function addMember(
  ctx: Pick<AppContext, 'clock'>,
  trx: Db,
  member: Omit<NewMember, 'password'> & { passwordHash: string; level: number },
): Promise<number> {
  const id = await repository.insertMember(trx, { ...member, now: ctx.clock.now() })
  await addToOutbox(trx, memberSignedUp, { memberId: id })
  return id
}

export async function unlessTaken<T>(write: () => Promise<T>): Promise<T | { taken: TakenField[] }> {
  try {
    return await write()
  } catch (error) {
    const taken = takenFields.find((field) => field === duplicateKeyOf(error))
    if (taken === undefined) throw error
    return { taken: [taken] }
  }
}

/** The member whose login or e-mail and password these are, suspended or not. Takes the same time whether or not there is one. */
export async function checkPassword(ctx: AppContext, login: string, password: string): Promise<Member | undefined> {
  const member = login.includes('@') ? await repository.findMemberByEmail(ctx.db, login) : await repository.findMemberByLogin(ctx.db, login)
  const matches = await ctx.passwords.verify(password, member?.passwordHash ?? null)
  return matches && member?.status !== 'left' ? member : undefined
}

export const noteLogIn = (ctx: AppContext, member: Pick<Member, 'id'>) => repository.updateLastLogin(ctx.db, member.id, ctx.clock.now())

export type PasswordChange = { member: Member } | { errors: Record<string, string> }

/** All sessions end, the one that asks included; the caller begins a new one with the member it gets back. */
export async function changePassword(
  ctx: AppContext,
  memberId: number,
  form: { currentPassword: string; password: string },
): Promise<PasswordChange> {
  const member = await repository.findMember(ctx.db, memberId)
  if (!member || !(await ctx.passwords.verify(form.currentPassword, member.passwordHash)))
    return { errors: { currentPassword: 'members.currentPassword.wrong' } }
  if (saysName(form.password, [member.login, member.nickname, member.email])) return { errors: { password: 'members.password.isName' } }
  await repository.updatePassword(ctx.db, memberId, await ctx.passwords.hash(form.password))
  return { member: { ...member, sessionEpoch: member.sessionEpoch + 1 } }
}

export const changeNickname = (ctx: AppContext, memberId: number, nickname: string) =>
  unlessTaken(() =>
    inTransaction(ctx.db, async (trx) => {
      const changed = await repository.updateNickname(trx, memberId, nickname)
      await addToOutbox(trx, memberRenamed, { memberId } satisfies MemberRenamed)
      return { changed }
    }),
  )

/** Whether others see their name among who is here now. */
export const chooseNamedOnline = (ctx: AppContext, memberId: number, named: boolean) =>
  repository.updateNamedOnline(ctx.db, memberId, named ? 1 : 0)

export async function logOutEverywhere(ctx: AppContext, memberId: number): Promise<void> {
  await repository.endSessions(ctx.db, memberId)
  await noteMemberGone(ctx, memberId)
}

/** On the member's own word, where the site takes it. @returns false where it doesn't, or the staff knows better */
export async function declareAdult(ctx: AppContext, memberId: number): Promise<boolean> {
  const { adultProof } = await loadSettings(ctx)
  return inTransaction(ctx.db, async (trx) => {
    const [member] = await repository.holdMembers(trx, [memberId])
    if (!member || !canDeclareAdult(member, adultProof)) return false
    if (member.adultConfirmedAt === null)
      await repository.updateAdult(trx, memberId, { adultConfirmedAt: ctx.clock.now(), adultConfirmedBy: 'declared' })
    return true
  })
}
