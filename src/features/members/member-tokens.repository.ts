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
    // The owner's set-up address is printed again at the next start, and then is good for its whole time again.
    .onConflict('tokenHash')
    .merge(['expiresAt'])

export const findLiveToken = (db: Db, purpose: TokenPurpose, token: string, now: Date): Promise<Token | undefined> =>
  db<Token>('member_tokens')
    .where({ purpose, tokenHash: hashToken(token) })
    .whereNull('usedAt')
    .where('expiresAt', '>', now)
    .first()

/** Of those who use a token at the same time one gets true. */
export const useToken = async (trx: Db, id: number, now: Date): Promise<boolean> =>
  (await trx('member_tokens').where({ id }).whereNull('usedAt').update({ usedAt: now })) === 1

/** Those of a member that are still open, of whatever age. */
export const voidTokens = (trx: Db, purpose: TokenPurpose, memberId: number, now: Date) =>
  trx('member_tokens').where({ purpose, memberId }).whereNull('usedAt').update({ usedAt: now })
