import { z } from 'zod'

const LARGEST = 2 ** 32 - 1

export const PollParams = z.object({
  board: z.string(),
  number: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .refine((value) => value <= LARGEST),
})

/** One of several (`choice`), or boxes each with a name of its own (`choice3`): a field that is sent twice would count as missing. */
export const BallotForm = z
  .looseObject({ action: z.enum(['vote', 'back']).catch('vote'), returnTo: z.string().optional() })
  .transform(({ action, returnTo, ...fields }) => ({
    action,
    returnTo,
    positions: Object.entries(fields)
      .filter(([name]) => /^choice\d{0,2}$/.test(name))
      .map(([, value]) => Number(value)),
  }))
