import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { findLiveToken, useToken } from './member-tokens.repository.ts'
import * as repository from './members.repository.ts'
import { MEMBER_LEVEL, type Member, type NewMember, type TakenField } from './members.types.ts'

export type SignUpResult = { member: Pick<Member, 'id' | 'sessionEpoch'> } | { taken: TakenField }

/** Of two who sign up with one name at the same time the database lets one in; the other learns which field it was. */
export async function signUp(ctx: AppContext, form: NewMember): Promise<SignUpResult> {
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
  await addToOutbox(trx, 'member.signed-up', { memberId: id })
  return id
}

export async function unlessTaken<T>(write: () => Promise<T>): Promise<T | { taken: TakenField }> {
  try {
    return await write()
  } catch (error) {
    const taken = isDuplicateKey(error) ? takenField(error) : null
    if (taken === null) throw error
    return { taken }
  }
}

/** The server names the key that was taken: MariaDB `'login'`, MySQL `'members.login'`. */
function takenField(error: unknown): TakenField | null {
  const key = /for key '(?:\w+\.)?(\w+)'/.exec((error as Error).message)?.[1]
  return key === 'login' || key === 'nickname' || key === 'email' ? key : null
}

/** The active member whose login or e-mail and password these are. Takes the same time whether or not there is one. */
export async function checkPassword(ctx: AppContext, login: string, password: string): Promise<Member | undefined> {
  const member = login.includes('@') ? await repository.findMemberByEmail(ctx.db, login) : await repository.findMemberByLogin(ctx.db, login)
  const matches = await ctx.passwords.verify(password, member?.passwordHash ?? null)
  if (!matches || member?.status !== 'active') return undefined
  await repository.updateLastLogin(ctx.db, member.id, ctx.clock.now())
  return member
}

/** All sessions end, the one that asks included; the caller begins a new one with the member it gets back. */
export async function changePassword(
  ctx: AppContext,
  memberId: number,
  form: { currentPassword: string; password: string },
): Promise<Member | null> {
  const member = await repository.findMember(ctx.db, memberId)
  if (!member || !(await ctx.passwords.verify(form.currentPassword, member.passwordHash))) return null
  await repository.updatePassword(ctx.db, memberId, await ctx.passwords.hash(form.password))
  return { ...member, sessionEpoch: member.sessionEpoch + 1 }
}

export const changeNickname = (ctx: AppContext, memberId: number, nickname: string) =>
  unlessTaken(async () => ({ changed: await repository.updateNickname(ctx.db, memberId, nickname) }))

export const logOutEverywhere = (ctx: AppContext, memberId: number) => repository.endSessions(ctx.db, memberId)

/** The answer to the asker is the same whether or not the address is a member's; the mail tells. */
export async function requestPasswordReset(ctx: AppContext, email: string): Promise<void> {
  const member = await repository.findMemberByEmail(ctx.db, email)
  if (member?.status === 'active') await addToOutbox(ctx.db, 'password.reset-requested', { memberId: member.id })
}

export const findResetToken = (ctx: AppContext, token: string) => findLiveToken(ctx.db, 'password-reset', token, ctx.clock.now())

/** @returns false when the token is unknown, used or too old */
export async function resetPassword(ctx: AppContext, token: string, password: string): Promise<boolean> {
  const found = await findResetToken(ctx, token)
  if (!found || found.memberId === null) return false
  const { id, memberId } = found
  const passwordHash = await ctx.passwords.hash(password)
  return inTransaction(ctx.db, async (trx) => {
    if (!(await useToken(trx, id, ctx.clock.now()))) return false
    await repository.updatePassword(trx, memberId, passwordHash)
    return true
  })
}
