import { z } from 'zod'
import { line } from '../../lib/http/form.ts'
import { boardSlugProblem } from './boards.policy.ts'

const level = z.coerce.number({ error: 'boards.level' }).int('boards.level').min(1, 'boards.level').max(10, 'boards.level')
const name = line({ max: 60, required: 'boards.name.required', tooLong: 'boards.name.tooLong' })
const description = z.string().trim().max(200, 'boards.description.tooLong').default('')

const number = (min: number, max: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(min, message).max(max, message)

/** What an administrator types to make or change a board. */
export const BoardForm = z.object({
  slug: z
    .string({ error: 'boards.slug.shape' })
    .trim()
    .superRefine((slug, found) => {
      const problem = boardSlugProblem(slug)
      if (problem) found.addIssue({ code: 'custom', message: problem })
    }),
  nameKo: name,
  nameEn: name,
  descriptionKo: description,
  descriptionEn: description,
  /** Without one: the group that stands first. */
  groupId: z.coerce.number().int().positive().optional(),
  position: number(-1_000_000, 1_000_000, 'boards.number').default(0),
  listLevel: level.default(1),
  readLevel: level.default(1),
  writeLevel: level.default(2),
  commentLevel: level.default(2),
  uploadLevel: level.default(2),
  pageSize: number(5, 100, 'boards.pageSize').default(20),
  newHours: number(0, 720, 'boards.newHours').default(24),
  noticeLimit: number(0, 20, 'boards.noticeLimit').default(5),
})

export type BoardForm = z.output<typeof BoardForm>
