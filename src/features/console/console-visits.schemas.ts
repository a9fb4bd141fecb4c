import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { isDay } from '../../lib/time/zone.ts'
import { audiences, MOST_VISITORS, rowDaysRange, visitLooks } from '../settings/visit-settings.types.ts'
import { isBotWord, isUncountable, linesOf } from '../visits/visit-rules.policy.ts'

export const startRange = [0, MOST_VISITORS] as const

/** Numbers are typed as people write them: `693,888`. */
const number = ([min, max]: readonly [number, number]) =>
  z
    .string({ error: 'boards.number' })
    .transform((value) => value.replace(/[,\s]/g, ''))
    .refine((value) => /^\d{1,13}$/.test(value) && Number(value) >= min && Number(value) <= max, { error: 'boards.number' })
    .transform(Number)

const dayOrNone = z
  .string({ error: 'visits.set.day.invalid' })
  .trim()
  .refine((value) => value === '' || isDay(value), { error: 'visits.set.day.invalid' })

/** A box that isn't ticked is not sent. */
const ticked = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((value) => value === 'yes')

const lines = (max: number, fits: (text: string) => boolean, error: string) =>
  z
    .string({ error: 'console.site.tooLong' })
    .transform((value) => cleanText(value).trimEnd())
    .refine((value) => value.length <= max, { error: 'console.site.tooLong' })
    .refine((value) => linesOf(value).every(({ text }) => fits(text)), { error })

const choice = <T extends string>(values: readonly T[]) => z.enum(values, { error: 'boards.choice' })

export const VisitSettingsForm = z.object({
  visitCountStaff: ticked,
  visitUncountedAddresses: lines(10_000, isUncountable, 'visits.set.visitUncountedAddresses.invalid'),
  visitBotWords: lines(2_000, isBotWord, 'visits.set.visitBotWords.invalid'),
  visitStartTotal: number(startRange),
  visitStartBest: number(startRange),
  visitStartBestDay: dayOrNone,
  visitCountFrom: dayOrNone,
  visitHonoursSignals: ticked,
  visitRowDays: number(rowDaysRange),
  visitLook: choice(visitLooks),
  visitCounterFor: choice(audiences),
  visitOnlineFor: choice(audiences),
  visitBadge: ticked,
  visitReport: ticked,
  visitLedgerFor: choice(audiences),
  visitStatisticsFor: choice(audiences),
})
