import { z } from 'zod'

/** Names as GnuBoard takes them; what they lead to is asked for under our own, which are small letters. */
const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/)
  .transform((value) => value.toLowerCase())
const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const words = z.string().max(200)

/** What an old address may say. A value that makes no sense is as good as none. */
export const OldQuery = z.object({
  bo_table: name.optional().catch(undefined),
  wr_id: number.optional().catch(undefined),
  page: number.optional().catch(undefined),
  sca: words.optional().catch(undefined),
  stx: words.optional().catch(undefined),
  onetable: name.optional().catch(undefined),
  co_id: name.optional().catch(undefined),
  gr_id: name.optional().catch(undefined),
  mb_id: name.optional().catch(undefined),
  w: z.enum(['u', 'r', '']).optional().catch(undefined),
})
export type OldQuery = z.output<typeof OldQuery>

export const OldName = z.object({ name })
export const OldScript = z.object({ script: z.string().regex(/^[a-z_]{1,40}\.php$/) })
