import type { Db } from '../../lib/db/db.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { hangulKeys } from '../../lib/text/hangul-match.ts'
import { type Member, type MemberRow, type NewMember, type TakenField, takenFields } from './members.types.ts'

/** Owns `members`: nothing else writes to it. */

/** Two addresses that differ in case alone reach the same person. */
export const canonicalEmail = (email: string): string => email.normalize('NFKC').toLowerCase()

export const findMember = (db: Db, id: number): Promise<Member | undefined> => db<Member>('members').where({ id }).first()

export const findMemberByLogin = (db: Db, login: string): Promise<Member | undefined> =>
  db<MemberRow>('members')
    .where({ loginCanonical: canonicalName(login) })
    .first()

export const findMemberByEmail = (db: Db, email: string): Promise<Member | undefined> =>
  db<MemberRow>('members')
    .where({ emailCanonical: canonicalEmail(email) })
    .first()

export const findMemberByNickname = (db: Db, nickname: string): Promise<Member | undefined> =>
  db<MemberRow>('members')
    .where({ nicknameCanonical: canonicalName(nickname) })
    .first()

export async function insertMember(
  trx: Db,
  member: Omit<NewMember, 'password'> & { passwordHash: string; level: number; now: Date },
): Promise<number> {
  const [id] = await trx('members').insert({
    login: member.login,
    loginCanonical: canonicalName(member.login),
    ...nicknameColumns(member.nickname),
    email: member.email,
    emailCanonical: canonicalEmail(member.email),
    passwordHash: member.passwordHash,
    level: member.level,
    agreedTermsAt: member.now,
    agreedPrivacyAt: member.now,
    createdAt: member.now,
  })
  return Number(id)
}

export const updateNickname = (db: Db, id: number, nickname: string) => db('members').where({ id }).update(nicknameColumns(nickname))

/** Every session of the member ends at its next request. */
export const endSessions = (db: Db, id: number) => db('members').where({ id }).increment('sessionEpoch', 1)

export const updatePassword = (trx: Db, id: number, passwordHash: string) =>
  trx('members')
    .where({ id })
    .update({ passwordHash, sessionEpoch: trx.raw('session_epoch + 1') })

export const updateStatus = (trx: Db, id: number, status: Member['status']) => trx('members').where({ id }).update({ status })

/** In the order of ids, so that two who act on each other wait instead of deadlocking. */
export const holdMembers = (trx: Db, ids: readonly number[]): Promise<Member[]> =>
  trx<Member>('members').whereIn('id', ids).orderBy('id').forUpdate().select('*')

export const updateLevel = (trx: Db, id: number, level: number) => trx('members').where({ id }).update({ level })

export const updateAdult = (trx: Db, id: number, change: Pick<Member, 'adultConfirmedAt' | 'adultConfirmedBy'>) =>
  trx('members').where({ id }).update(change)

export const updateNamedOnline = (db: Db, id: number, namedOnline: 0 | 1) => db('members').where({ id }).update({ namedOnline })

export const updateLastLogin = (db: Db, id: number, now: Date) => db('members').where({ id }).update({ lastLoginAt: now })

export const lockOwners = (trx: Db, level: number): Promise<{ id: number }[]> =>
  trx<Member>('members').where({ level }).forUpdate().select('id')

/** Which of the names somebody has already: asked before the form is taken, so that all are told at once. */
export async function listTaken(db: Db, names: Pick<NewMember, 'login' | 'nickname' | 'email'>): Promise<TakenField[]> {
  const login = canonicalName(names.login)
  const { nicknameCanonical } = nicknameColumns(names.nickname)
  const email = canonicalEmail(names.email)
  const rows = await db<MemberRow>('members')
    .where({ loginCanonical: login })
    .orWhere({ nicknameCanonical })
    .orWhere({ emailCanonical: email })
    .select('loginCanonical', 'nicknameCanonical', 'emailCanonical')
  const isTaken: Record<TakenField, boolean> = {
    login: rows.some((row) => row.loginCanonical === login),
    nickname: rows.some((row) => row.nicknameCanonical === nicknameCanonical),
    email: rows.some((row) => row.emailCanonical === email),
  }
  return takenFields.filter((field) => isTaken[field])
}

export const findOwner = (db: Db, level: number): Promise<{ id: number } | undefined> => db<Member>('members').where({ level }).first('id')

/** Raises somebody to owner, with a password that is known again. */
export const updateToOwner = (trx: Db, id: number, change: { level: number; passwordHash: string; email?: string; nickname?: string }) =>
  trx('members')
    .where({ id })
    .update({
      level: change.level,
      passwordHash: change.passwordHash,
      status: 'active',
      sessionEpoch: trx.raw('session_epoch + 1'),
      ...(change.email === undefined ? {} : { email: change.email, emailCanonical: canonicalEmail(change.email) }),
      ...(change.nickname === undefined ? {} : nicknameColumns(change.nickname)),
    })

function nicknameColumns(nickname: string) {
  const { letters, initials } = hangulKeys(nickname)
  return { nickname, nicknameCanonical: canonicalName(nickname), nicknameLetters: letters, nicknameInitials: initials }
}
