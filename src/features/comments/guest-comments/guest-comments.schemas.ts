import { z } from 'zod'
import { GivenPassword, Grant, GuestName, GuestPassword } from '../../guest-keys/guest-keys.types.ts'
import { SubmissionKey } from '../../submissions/submissions.types.ts'
import { bodyOf, parentNumber, type TextLimits } from '../comments.schemas.ts'

/** Of who is no member: under a name, with a password to come back with. Nothing of it is secret, for nobody could be shown the answer. */
export const guestCommentForm = (board: TextLimits) =>
  z
    .object({
      body: bodyOf(board),
      parent: parentNumber,
      submissionKey: SubmissionKey,
      guestName: GuestName,
      guestPassword: GuestPassword,
    })
    .transform(({ guestName, guestPassword, ...typed }) => ({ ...typed, guest: { name: guestName, password: guestPassword } }))

export const guestEditForm = (board: TextLimits) =>
  z.object({ body: bodyOf(board), version: z.coerce.number().int().catch(0), grant: Grant })

export const GuestKeyForm = z.object({ password: GivenPassword, act: z.enum(['edit', 'delete']).catch('edit') })
export const GuestGrantForm = z.object({ grant: Grant })
