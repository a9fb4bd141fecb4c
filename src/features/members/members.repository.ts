import type { Db } from '../../lib/db/db.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import type { Member, MemberRow, NewMember } from './members.types.ts'

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

export const updateLevel = (trx: Db, id: number, level: number) => trx('members').where({ id }).update({ level })

export const updateLastLogin = (db: Db, id: number, now: Date) => db('members').where({ id }).update({ lastLoginAt: now })

export const lockOwners = (trx: Db, level: number): Promise<{ id: number }[]> =>
  trx<Member>('members').where({ level }).forUpdate().select('id')

const nicknameColumns = (nickname: string) => ({ nickname, nicknameCanonical: canonicalName(nickname) })
