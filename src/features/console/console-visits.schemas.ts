import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { isDay } from '../../lib/time/zone.ts'
import { START_MOST } from '../settings/settings.types.ts'
import { isBotWord, linesOf, rangeOf } from '../visits/visit-rules.policy.ts'

/** Numbers are typed as people write them: `693,888`. */
const number = ([min, max]: readonly [number, number]) =>
  z
    .string({ error: 'boards.number' })
    .transform((value) => value.replace(/[,\s]/g, ''))
    .refine((value) => /^\d{1,13}$/.test(value) && Number(value) >= min && Number(value) <= max, { error: 'boards.number' })
    .transform(Number)

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

export const startRange = [0, START_MOST] as const
export const rowDaysRange = [2, 400] as const
export const addressDaysRange = [0, 400] as const
export const isIgnorable = (text: string): boolean => rangeOf(text) !== null

export const VisitSettingsForm = z.object({
  visitStartTotal: number(startRange),
  visitStartBest: number(startRange),
  visitStartBestDay: z
    .string({ error: 'visits.set.visitStartBestDay.invalid' })
    .trim()
    .refine((value) => value === '' || isDay(value), { error: 'visits.set.visitStartBestDay.invalid' }),
  visitCountStaff: ticked,
  visitIgnored: lines(10_000, isIgnorable, 'visits.set.visitIgnored.invalid'),
  visitBotWords: lines(2_000, isBotWord, 'visits.set.visitBotWords.invalid'),
  visitPrivacySignals: ticked,
  visitRowDays: number(rowDaysRange),
  visitAddressDays: number(addressDaysRange),
  visitLedgerPublic: ticked,
  visitBadge: ticked,
})
