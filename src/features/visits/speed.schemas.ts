import { z } from 'zod'
import { screens } from './speed.types.ts'
import { ShownPage } from './visits.schemas.ts'

/** Nobody waits longer and looks at the page yet. */
const LONGEST_MS = 120_000
const FURTHEST = 50

const numeral = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/)
  .transform(Number)
const milliseconds = numeral.refine((value) => value <= LONGEST_MS).optional()

/** What a browser measured of a page. Nothing beside it is taken: there is nothing else that we want to know. */
export const FeltSpeed = z
  .strictObject({
    path: ShownPage.shape.path,
    lcp: milliseconds,
    inp: milliseconds,
    cls: numeral.refine((value) => value <= FURTHEST).optional(),
    screen: z.enum(screens).optional(),
    _csrf: z.string().optional(),
  })
  .refine(({ lcp, inp, cls }) => lcp !== undefined || inp !== undefined || cls !== undefined)
