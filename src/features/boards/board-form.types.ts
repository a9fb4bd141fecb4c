import { z } from 'zod'
import { cleanText, line } from '../../lib/http/form.ts'
import { EXTRA_FIELDS, extraFieldKinds, listColumns, looks, sorts, uploadKinds } from './board-settings.types.ts'
import { boardSlugProblem } from './boards.policy.ts'

const level = z.coerce.number({ error: 'boards.level' }).int('boards.level').min(1, 'boards.level').max(10, 'boards.level')
const name = line({ max: 60, required: 'boards.name.required', tooLong: 'boards.name.tooLong' })
const description = z.string().trim().max(200, 'boards.description.tooLong').default('')
const text = z
  .string()
  .transform((value) => cleanText(value).trim())
  .refine((value) => [...value].length <= 10_000, { error: 'boards.text.tooLong' })
  .default('')

const number = (min: number, max: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(min, message).max(max, message)

/** A box that isn't ticked is not sent, so a switch is a choice of two words. */
const yesNo = (standard: 'yes' | 'no') =>
  z
    .enum(['yes', 'no'], { error: 'boards.choice' })
    .default(standard)
    .transform((value) => value === 'yes')

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, standard: T[number]) =>
  z.enum(values, { error: 'boards.choice' }).default(standard as never)

/** Words of a list in the order in which they were given: `number title author`. */
const words = <const T extends readonly [string, ...string[]]>(known: T, standard: string) =>
  z
    .string()
    .default(standard)
    .transform((value) => [...new Set(value.split(/\s+/).filter((word) => word !== ''))])
    .refine((list) => list.every((word) => known.includes(word)), { error: 'boards.choice' })
    .transform((list) => list as T[number][])

const ExtraFieldShape = z.object({
  key: z.string().regex(/^f([1-9]|10)$/),
  kind: z.enum(extraFieldKinds),
  nameKo: z.string().min(1).max(30),
  nameEn: z.string().max(30),
  choices: z.array(z.string().min(1).max(60)).max(30),
  required: z.boolean(),
  onPage: z.boolean(),
  inList: z.boolean(),
})

/** As they are kept: a list as JSON. What can't be read is no field. */
export const ExtraFields = z.array(ExtraFieldShape).max(EXTRA_FIELDS).catch([])

const extraFields = z
  .string()
  .default('[]')
  .transform((value) => ExtraFields.parse(parsedOr(value, [])))

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
  look: oneOf(looks, 'list'),
  aboveKo: text,
  aboveEn: text,
  belowKo: text,
  belowEn: text,
  defaultText: text,
  listLevel: level.default(1),
  readLevel: level.default(1),
  writeLevel: level.default(2),
  replyLevel: level.default(2),
  commentLevel: level.default(2),
  uploadLevel: level.default(2),
  downloadLevel: level.default(1),
  pageSize: number(5, 100, 'boards.pageSize').default(20),
  newHours: number(0, 720, 'boards.newHours').default(24),
  hotViews: number(0, 1_000_000, 'boards.number').default(100),
  popularVotes: number(0, 10_000, 'boards.number').default(10),
  noticeLimit: number(0, 20, 'boards.noticeLimit').default(5),
  secret: oneOf(['never', 'choice', 'always'], 'never'),
  anonymous: yesNo('no'),
  consultation: yesNo('no'),
  approval: yesNo('no'),
  uploadCount: number(0, 50, 'boards.number').default(10),
  uploadMegabytes: number(1, 500, 'boards.number').default(15),
  uploadKinds: words(uploadKinds, 'image video file'),
  linkCount: number(0, 5, 'boards.number').default(0),
  extraFields,
  bodyMin: number(0, 10_000, 'boards.number').default(0),
  bodyMax: number(1, 65_000, 'boards.number').default(65_000),
  commentMin: number(0, 1_000, 'boards.number').default(0),
  commentMax: number(1, 2_000, 'boards.number').default(2_000),
  editAfterComments: yesNo('yes'),
  deleteAfterComments: yesNo('no'),
  removed: oneOf(['vanish', 'stub'], 'vanish'),
  votes: oneOf(['up', 'updown', 'none'], 'up'),
  sorts: words(sorts, sorts.join(' ')),
  defaultSort: oneOf(sorts, 'newest'),
  listColumns: words(listColumns, listColumns.join(' ')),
  categoryRequired: yesNo('no'),
  commentsEnabled: yesNo('yes'),
  feedEnabled: yesNo('yes'),
  searchEnabled: yesNo('yes'),
})

export type BoardForm = z.output<typeof BoardForm>

function parsedOr<T>(value: string, otherwise: T): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return otherwise
  }
}
