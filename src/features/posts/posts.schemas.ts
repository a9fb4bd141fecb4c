import { z } from 'zod'
import { line, paragraph } from '../../lib/http/form.ts'
import { SubmissionKey } from '../submissions/submissions.types.ts'
import { ListAddress } from './list-query.types.ts'
import { BODY_LENGTH, TITLE_LENGTH } from './posts.types.ts'
import { voteWishes } from './votes.types.ts'

const slug = z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/)

export const BoardParams = z.object({ board: slug })
export const PostParams = z.object({
  board: slug,
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

/** The list that the reader came from, and in `comments` the page of the thread. */
export const PostQuery = ListAddress.extend({
  comments: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .default('1')
    .transform(Number),
})

const text = {
  title: line({ max: TITLE_LENGTH, required: 'posts.title.required', tooLong: 'posts.title.tooLong' }),
  body: paragraph({ max: BODY_LENGTH, required: 'posts.body.required', tooLong: 'posts.body.tooLong' }),
}

export const WriteForm = z.object({ ...text, submissionKey: SubmissionKey })

/** A version that was tampered with is one that no post has: the answer is "changed meanwhile", with the text kept. */
export const EditForm = z.object({ ...text, version: z.coerce.number().int().catch(0) })

/** `returnTo`: the post's address with the list that it was opened from. */
export const VoteForm = z.object({ vote: z.enum(voteWishes), returnTo: z.string().optional() })

/** No longer than what may be sent off: rendering takes time, and everybody else waits meanwhile. */
export const PreviewForm = z.object({
  body: z
    .string()
    .default('')
    .refine((value) => [...value].length <= BODY_LENGTH, { error: 'posts.body.tooLong' }),
})
