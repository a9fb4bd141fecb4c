import { z } from 'zod'
import { cleanText, line, paragraph } from '../../lib/http/form.ts'
import { categoryColors } from '../boards/board-categories.types.ts'
import { adultProofs, MOST_MEGABYTES, POLICY_LENGTH } from '../settings/settings.types.ts'
import { REASON_LENGTH } from './console.types.ts'

export const BoardParams = z.object({ board: z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/) })

const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

export const MemberParams = z.object({ id })
export const GroupParams = z.object({ id })
export const CategoryParams = BoardParams.extend({ category: id })
/** A board whose settings a new one begins with. */
export const NewBoardQuery = z.object({ like: BoardParams.shape.board.optional().catch(undefined) })

/** `before`: the id below which the page begins. What can't be searched for finds nothing, and is no error. */
export const MembersQuery = z.object({
  q: z
    .string()
    .catch('')
    .default('')
    .transform((value) => cleanText(value).trim().slice(0, 60)),
  before: id.optional().catch(undefined),
})

const tooLong = 'console.site.tooLong'
/** A line that may be empty. */
const optionalLine = (max: number) =>
  z
    .string({ error: tooLong })
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim())
    .refine((value) => [...value].length <= max, { error: tooLong })
const optionalText = z
  .string({ error: tooLong })
  .transform((value) => cleanText(value).trim())
  .refine((value) => value.length <= POLICY_LENGTH, { error: tooLong })

/** A box that isn't ticked is not sent. */
const ticked = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((value) => value === 'yes')

export const SettingsForm = z.object({
  siteNameKo: line({ max: 40, required: 'console.site.siteNameKo.required', tooLong }),
  siteNameEn: optionalLine(40),
  descriptionKo: optionalLine(160),
  descriptionEn: optionalLine(160),
  zone: z.string({ error: 'console.site.zone.invalid' }).refine(isOffered, { error: 'console.site.zone.invalid' }),
  signUpOpen: ticked,
  adultProof: z.enum(adultProofs, { error: 'boards.choice' }),
  memberMegabytes: z
    .string({ error: 'boards.number' })
    .trim()
    .regex(/^\d{1,7}$/, 'boards.number')
    .transform(Number)
    .refine((value) => value <= MOST_MEGABYTES, { error: 'boards.number' }),
  liveComments: ticked,
})

export const SiteInformationForm = z.object({
  companyName: optionalLine(80),
  representative: optionalLine(60),
  address: optionalLine(200),
  businessNumber: optionalLine(40),
  mailOrderNumber: optionalLine(60),
  phone: optionalLine(40),
  fax: optionalLine(40),
  contactEmail: optionalLine(254).refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), {
    error: 'console.info.contactEmail.invalid',
  }),
  privacyOfficer: optionalLine(60),
  termsKo: optionalText,
  termsEn: optionalText,
  privacyKo: optionalText,
  privacyEn: optionalText,
})

const reason = paragraph({ max: REASON_LENGTH, required: 'console.member.reason.required', tooLong: 'console.member.reason.tooLong' })

export const ReasonForm = z.object({ reason })
export const LevelForm = z.object({
  level: z
    .string({ error: 'console.member.level.invalid' })
    .regex(/^([2-9]|10)$/, 'console.member.level.invalid')
    .transform(Number),
  reason,
})

/** Looked up as it is: an unknown nickname is answered beside the field. */
export const ModeratorForm = z.object({
  nickname: z
    .string()
    .catch('')
    .transform((value) => cleanText(value).trim().slice(0, 60)),
})

const aLevel = z
  .string({ error: 'boards.level' })
  .regex(/^([1-9]|10)$/, 'boards.level')
  .transform(Number)

const groupName = line({ max: 60, required: 'console.group.name.required', tooLong: 'boards.name.tooLong' })

/** The slug is a handle that scripts, imports and the group's page go by. */
export const GroupForm = z.object({
  slug: z
    .string({ error: 'boards.slug.shape' })
    .trim()
    .regex(/^[a-z][a-z0-9_-]{0,19}$/, 'boards.slug.shape'),
  nameKo: groupName,
  nameEn: groupName,
  level: aLevel,
  membersOnly: z.enum(['yes', 'no'], { error: 'boards.choice' }).transform((value) => value === 'yes'),
})

const boardSlug = (message: string) => z.string({ error: message }).regex(/^[a-z][a-z0-9_-]{0,19}$/, message)

export const MergeForm = z.object({ into: boardSlug('console.merge.into.invalid'), confirmed: ticked })
export const CopyForm = z.object({ from: boardSlug('console.copy.from.invalid'), texts: ticked, categories: ticked })

const categoryName = (required: string) => line({ max: 30, required, tooLong: 'console.category.name.tooLong' })

export const CategoryForm = z.object({
  nameKo: categoryName('console.category.name.required'),
  nameEn: categoryName('console.category.name.required'),
  color: z.enum(categoryColors, { error: 'boards.choice' }),
  writeLevel: aLevel,
})

function isOffered(zone: string): boolean {
  return zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)
}
