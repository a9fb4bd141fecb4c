import { z } from 'zod'
import { Since } from '../comments/unread/unread.types.ts'
import { DraftKey } from '../drafts/drafts.types.ts'
import { ListAddress } from './lists/list-query.types.ts'
import { BODY_LENGTH } from './posts.types.ts'
import { voteWishes } from './votes/votes.types.ts'

const slug = z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/)

export const BoardParams = z.object({ board: slug })
export const PostParams = z.object({
  board: slug,
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

export const LinkParams = PostParams.extend({
  position: z
    .string()
    .regex(/^[1-9]$/)
    .transform(Number),
})

/** Which draft goes on in the form, which post it answers. */
const id = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

/** … or which post that waits for its hour, as it stood when the form was opened. */
export const WriteQuery = z.object({ draft: DraftKey, parent: z.string().optional(), scheduled: id.optional(), version: id.optional() })
export const ScheduledParams = z.object({ id })

export const FormQuery = z.object({ draft: DraftKey })

/** The list that the reader came from; in `comments` the page of the thread, in `since` what of it was seen before. */
export const PostQuery = ListAddress.extend({
  comments: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .default('1')
    .transform(Number),
  since: Since,
})

/** `returnTo`: the post's address with the list that it was opened from. */
export const VoteForm = z.object({ vote: z.enum(voteWishes), returnTo: z.string().optional() })

/** No longer than what may be sent off: rendering takes time, and everybody else waits meanwhile. */
export const PreviewForm = z.object({
  body: z
    .string()
    .default('')
    .refine((value) => [...value].length <= BODY_LENGTH, { error: 'posts.body.tooLong' }),
})
