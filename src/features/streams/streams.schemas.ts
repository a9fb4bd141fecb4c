import { z } from 'zod'
import { popularPeriods } from '../posts/posts.types.ts'
import { readTags } from '../tags/tags.types.ts'

const before = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
  .optional()

export const NewQuery = z.object({ tab: z.literal('comments').optional().catch(undefined), before })
export const TagQuery = z.object({ before })
/** A period that we don't have: the week. */
export const PopularQuery = z.object({ period: z.enum(popularPeriods).catch('week') })

/** The tag that is stored for what the address says: `#Node.JS` leads to `node.js`. More than one tag is none. */
export const TagParams = z.object({
  tag: z
    .string()
    .max(200)
    .transform((typed, found) => {
      const [tag, another] = readTags(typed)
      if (tag === undefined || another !== undefined) {
        found.addIssue({ code: 'custom', message: 'no tag' })
        return z.NEVER
      }
      return { tag, typed }
    }),
})

/** What was typed of a tag; more than a tag can hold asks for nothing. */
export const CompletionQuery = z.object({ q: z.string().max(60).default('').catch('') })
