import { createHash } from 'node:crypto'
import type { Db } from '../../lib/db/db.ts'

/** Owns `member_tokens`: only hashes, so that a copy of the database opens nothing. */

export type TokenPurpose = 'owner-setup' | 'password-reset'

interface Token {
  id: number
  purpose: TokenPurpose
  memberId: number | null
  tokenHash: Buffer
  expiresAt: Date
  usedAt: Date | null
  createdAt: Date
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export const insertToken = (db: Db, token: Pick<Token, 'purpose' | 'memberId' | 'expiresAt' | 'createdAt'> & { token: string }) =>
  db('member_tokens')
    .insert({
      purpose: token.purpose,
      memberId: token.memberId,
      tokenHash: hashToken(token.token),
      expiresAt: token.expiresAt,
      createdAt: token.createdAt,
    })
    .onConflict('token_hash')
    .ignore()

export const findLiveToken = (db: Db, purpose: TokenPurpose, token: string, now: Date): Promise<Token | undefined> =>
  db<Token>('member_tokens')
    .where({ purpose, tokenHash: hashToken(token) })
    .whereNull('usedAt')
    .where('expiresAt', '>', now)
    .first()

/** Of those who use a token at the same time one gets true. */
export const useToken = async (trx: Db, id: number, now: Date): Promise<boolean> =>
  (await trx('member_tokens').where({ id }).whereNull('usedAt').update({ usedAt: now })) === 1

export const countTokensSince = async (db: Db, memberId: number, purpose: TokenPurpose, since: Date): Promise<number> => {
  const row = await db('member_tokens').where({ memberId, purpose }).where('createdAt', '>', since).count({ count: '*' }).first()
  return Number(row?.['count'] ?? 0)
}
