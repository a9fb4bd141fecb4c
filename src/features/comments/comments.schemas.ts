import { z } from 'zod'
import { paragraph } from '../../lib/http/form.ts'
import type { Board } from '../boards/boards.types.ts'
import { DraftKey } from '../drafts/drafts.types.ts'
import { voteWishes } from '../posts/votes/votes.types.ts'
import { SubmissionKey } from '../submissions/submissions.types.ts'

const LARGEST = 2 ** 32 - 1
const positive = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .refine((value) => value <= LARGEST)

export const ThreadParams = z.object({ board: z.string(), number: positive })
export const CommentParams = ThreadParams.extend({ comment: positive })

/** Absent when one writes to the post itself. */
export const ReplyQuery = z.object({ parent: positive.optional(), draft: DraftKey })
/** The comment that is being changed: its pictures are there already. */
export const PreviewQuery = z.object({ comment: positive.optional().catch(undefined) })
export const EditQuery = z.object({ draft: DraftKey })

/** Of what is answered; empty for a comment on the post itself. */
export const parentNumber = positive.optional().catch(undefined)

/** As long as its board wants it. */
export const bodyOf = ({ commentMin, commentMax }: TextLimits) =>
  paragraph({ max: commentMax, required: 'comments.body.required', tooLong: 'comments.body.tooLong' }).refine(
    (value) => [...value.trim()].length >= commentMin,
    { error: 'comments.body.tooShort' },
  )

export type TextLimits = Pick<Board, 'commentMin' | 'commentMax'>

const yes = z.literal('yes').optional().catch(undefined)
const secrecy = { secret: yes, secretAsked: yes }

/** A form with the box says yes or, by a box left empty, no. One without says nothing. */
const withWish = <T extends { secret?: 'yes' | undefined; secretAsked?: 'yes' | undefined }>({ secret, secretAsked, ...form }: T) => ({
  ...form,
  secret: secret === 'yes' ? true : secretAsked === 'yes' ? false : undefined,
})

/** Making a schema takes longer than reading a form with it: one is made for each board as it is set up now. */
const commentForms = new WeakMap<TextLimits, ReturnType<typeof newCommentForm>>()

export function commentForm(board: TextLimits) {
  const made = commentForms.get(board) ?? newCommentForm(board)
  commentForms.set(board, made)
  return made
}

const newCommentForm = (board: TextLimits) =>
  z
    .object({
      body: bodyOf(board),
      parent: parentNumber,
      submissionKey: SubmissionKey,
      ...secrecy,
    })
    .transform(withWish)

/** `returnTo`: the page of the thread on which the button stands. */
export const CommentVoteForm = z.object({ vote: z.enum(voteWishes), returnTo: z.string().optional() })

export const PinForm = z.object({ pin: z.enum(['yes', 'no']) })
export const AcceptForm = z.object({ accept: z.enum(['yes', 'no']) })

/** `version` is the state that the member began from; one that was tampered with is one that no comment has. */
export const editForm = (board: TextLimits) =>
  z.object({ body: bodyOf(board), version: z.coerce.number().int().catch(0), ...secrecy }).transform(withWish)
