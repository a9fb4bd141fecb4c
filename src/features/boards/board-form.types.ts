import { z } from 'zod'
import { cleanText, line } from '../../lib/http/form.ts'
import {
  commentSorts,
  EXTRA_FIELDS,
  extraFieldKinds,
  listColumns,
  looks,
  pictureSizes,
  sorts,
  uploadKinds,
} from './board-settings.types.ts'
import { boardSlugProblem } from './boards.policy.ts'

const name = line({ max: 60, required: 'boards.name.required', tooLong: 'boards.name.tooLong' })
const description = z.string().trim().max(200, 'boards.description.tooLong').default('')
const text = z
  .string()
  .transform((value) => cleanText(value).trim())
  .refine((value) => [...value].length <= 10_000, { error: 'boards.text.tooLong' })
  .default('')

/** From where to where each number goes: for the form, and for what it says. */
export const boardRanges = {
  pageSize: [5, 100],
  newHours: [0, 720],
  hotViews: [0, 1_000_000],
  popularVotes: [0, 10_000],
  noticeLimit: [0, 20],
  uploadCount: [0, 50],
  uploadMegabytes: [1, 500],
  roomMegabytes: [0, 10_000_000],
  linkCount: [0, 5],
  bodyMin: [0, 10_000],
  bodyMax: [1, 65_000],
  commentMin: [0, 1_000],
  commentMax: [1, 2_000],
  bestComments: [0, 5],
  bestVotes: [1, 1_000],
} as const satisfies Record<string, readonly [number, number]>

/** A field left empty is no number, not even 0. */
const whole = (min: number, max: number, message: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^-?\d{1,9}$/)
          .transform(Number),
      ],
      { error: message },
    )
    .pipe(z.number().int(message).min(min, message).max(max, message))
const ranged = (name: keyof typeof boardRanges, standard: number) =>
  whole(boardRanges[name][0], boardRanges[name][1], 'boards.number').default(standard)

const level = () => whole(1, 10, 'boards.level')

/** As a form says it, or as a board has it. */
const yesNo = (standard: boolean) =>
  z
    .union([z.boolean(), z.enum(['yes', 'no'])], { error: 'boards.choice' })
    .default(standard)
    .transform((value) => value === true || value === 'yes')

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, standard: T[number]) =>
  z.enum(values, { error: 'boards.choice' }).default(standard as never)

/** Words of a list in the order in which they were given. */
const words = <const T extends readonly [string, ...string[]]>(known: T, standard: readonly T[number][] = known) =>
  z
    .array(z.enum(known, { error: 'boards.choice' }))
    .default([...standard] as never)
    .transform((list) => [...new Set(list)] as T[number][])

const fieldName = (message: string | null) =>
  z
    .string()
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim())
    .refine((value) => message === null || value !== '', { error: message ?? '' })
    .refine((value) => [...value].length <= 30, { error: 'boards.field.name.tooLong' })

const ExtraFieldShape = z
  .object({
    key: z.string().regex(/^f([1-9]|10)$/),
    kind: z.enum(extraFieldKinds, { error: 'boards.choice' }),
    nameKo: fieldName('boards.field.name.required'),
    nameEn: fieldName(null),
    choices: z
      .array(z.string().max(60, 'boards.field.choices.tooLong'))
      .max(30, 'boards.field.choices.tooMany')
      .transform((choices) => [...new Set(choices)]),
    required: z.boolean(),
    onPage: z.boolean(),
    inList: z.boolean(),
  })
  .refine(({ kind, choices }) => kind !== 'choice' || choices.length > 0, { error: 'boards.field.choices.required', path: ['choices'] })

/** As they are kept: a list as JSON. What can't be read is no field. */
export const ExtraFields = z.array(ExtraFieldShape).max(EXTRA_FIELDS).catch([])

/** What an administrator makes of a board. */
export const BoardForm = z
  .object({
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
    position: whole(-1_000_000, 1_000_000, 'boards.number').default(0),
    look: oneOf(looks, 'list'),
    aboveKo: text,
    aboveEn: text,
    belowKo: text,
    belowEn: text,
    defaultText: text,
    listLevel: level().default(1),
    readLevel: level().default(1),
    writeLevel: level().default(2),
    replyLevel: level().default(2),
    commentLevel: level().default(2),
    uploadLevel: level().default(2),
    downloadLevel: level().default(1),
    pageSize: ranged('pageSize', 20),
    newHours: ranged('newHours', 24),
    hotViews: ranged('hotViews', 1_000),
    popularVotes: ranged('popularVotes', 10),
    noticeLimit: ranged('noticeLimit', 5),
    secret: oneOf(['never', 'choice', 'always'], 'never'),
    adultsOnly: yesNo(false),
    anonymous: yesNo(false),
    consultation: yesNo(false),
    approval: yesNo(false),
    privatePosts: yesNo(true),
    uploadCount: ranged('uploadCount', 10),
    uploadMegabytes: ranged('uploadMegabytes', 15),
    roomMegabytes: ranged('roomMegabytes', 0),
    uploadKinds: words(uploadKinds).refine((list) => list.length > 0, { error: 'boards.uploadKinds' }),
    pictureSize: oneOf(pictureSizes, 'shrink'),
    copyImages: yesNo(false),
    linkCount: ranged('linkCount', 0),
    extraFields: z.array(ExtraFieldShape).max(EXTRA_FIELDS, 'boards.number').default([]),
    bodyMin: ranged('bodyMin', 0),
    bodyMax: ranged('bodyMax', 65_000),
    commentMin: ranged('commentMin', 0),
    commentMax: ranged('commentMax', 2_000),
    editAfterComments: yesNo(true),
    deleteAfterComments: yesNo(false),
    history: oneOf(['everyone', 'members', 'staff'], 'staff'),
    removed: oneOf(['vanish', 'stub'], 'vanish'),
    votes: oneOf(['up', 'updown', 'none'], 'up'),
    polls: oneOf(['members', 'staff', 'never'], 'members'),
    sorts: words(sorts).refine((list) => list.includes('newest'), { error: 'boards.sorts' }),
    defaultSort: oneOf(sorts, 'newest'),
    listColumns: words(listColumns).refine((list) => list.includes('title'), { error: 'boards.listColumns' }),
    categoryRequired: yesNo(false),
    commentSort: oneOf(commentSorts, 'oldest'),
    bestComments: ranged('bestComments', 3),
    bestVotes: ranged('bestVotes', 10),
    commentsEnabled: yesNo(true),
    secretComments: yesNo(false),
    feedEnabled: yesNo(true),
    searchEnabled: yesNo(true),
  })
  .refine(({ bodyMin, bodyMax }) => bodyMin <= bodyMax, { error: 'boards.lengths', path: ['bodyMin'] })
  .refine(({ commentMin, commentMax }) => commentMin <= commentMax, { error: 'boards.lengths', path: ['commentMin'] })
  .refine(({ sorts, defaultSort }) => sorts.includes(defaultSort), { error: 'boards.defaultSort', path: ['defaultSort'] })

export type BoardForm = z.output<typeof BoardForm>
