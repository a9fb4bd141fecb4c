import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { isReservedName, nicknameProblem } from '../members/member-names.policy.ts'

/** By which who is no member shows that a post is theirs. */
export interface GuestKey {
  postId: number
  passwordHash: string
}

/** The same for a comment. */
export interface GuestCommentKey {
  commentId: number
  passwordHash: string
}

/** Whose password is asked for. */
export type GuestsWords = { kind: 'post' | 'comment'; id: number }

/** What who is no member gives with a post or a comment. */
export interface GuestAuthor {
  name: string
  /** As it was typed. */
  password: string
  /** That their browser did the work which keeps programs from filling boards. */
  proved: boolean
}

const PASSWORD = { least: 6, most: 100 }

const typed = z.string().catch('')

/** As a member's nickname is; whose it is already is asked of the database. */
export const GuestName = typed
  .transform((value) => cleanText(value).trim())
  .superRefine((name, found) => {
    const problem = nicknameProblem(name) ?? (isReservedName(name) ? 'members.nickname.reserved' : null)
    if (problem !== null) found.addIssue({ code: 'custom', message: problem })
  })

export const GuestPassword = typed
  .refine((value) => value !== '', { error: 'guestPosts.password.required' })
  .refine((value) => value === '' || [...value].length >= PASSWORD.least, { error: 'guestPosts.password.short' })
  .refine((value) => [...value].length <= PASSWORD.most, { error: 'guestPosts.password.long' })

/** It was given before: what is asked of a new one is not asked of it. */
export const GivenPassword = typed.refine((value) => value !== '', { error: 'guestPosts.password.required' })

export const Grant = typed

/** For the words of its messages. */
export const guestPasswordLength = { leastPassword: PASSWORD.least, mostPassword: PASSWORD.most }
