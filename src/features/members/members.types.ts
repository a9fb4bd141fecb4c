import type { AdultProof } from '../settings/settings.types.ts'

export type MemberStatus = 'active' | 'suspended' | 'left'

export interface Member {
  id: number
  login: string
  nickname: string
  email: string
  passwordHash: string
  /** 2 a member … 9 administrator, 10 owner. */
  level: number
  status: MemberStatus
  /** Grows when all sessions of the member must end: each holds the number it began with. */
  sessionEpoch: number
  lastLoginAt: Date | null
  /** Since when they count as an adult, and on whose word. The staff's word without a date says that they are none. */
  adultConfirmedAt: Date | null
  adultConfirmedBy: AdultProof | null
  /** Named among who is here now: by their own choice alone. */
  namedOnline: 0 | 1
  createdAt: Date
}

/** With the columns that settle who has a name: what a name looks like, not how it is written. */
export interface MemberRow extends Member {
  loginCanonical: string
  nicknameCanonical: string
  nicknameLetters: string
  nicknameInitials: string
  emailCanonical: string
}

/** An owner whom the command line made may have none. No mail reaches ".invalid" (RFC 2606), and the column is unique and never empty. */
export const noMailbox = (login: string): string => `${login}@no-mail.invalid`
export const hasMailbox = (email: string): boolean => !email.endsWith('@no-mail.invalid')

export const OWNER_LEVEL = 10
export const ADMINISTRATOR_LEVEL = 9
export const MEMBER_LEVEL = 2

export interface NewMember {
  login: string
  nickname: string
  email: string
  password: string
}

/** The field whose value another member has already. */
export const takenFields = ['login', 'nickname', 'email'] as const
export type TakenField = (typeof takenFields)[number]
