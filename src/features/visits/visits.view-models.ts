import type { Reader } from '../../context.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import type { VisitLook } from '../settings/visit-settings.types.ts'
import { isAmong } from './visit-audience.policy.ts'
import { onlinePath, openStatisticsPath } from './visits.paths.ts'
import type { VisitNumbers } from './visits.read-models.ts'

/** The counter as a page prints it: numbers already in the reader's writing. */
export interface VisitCounter {
  look: Exclude<VisitLook, 'none'>
  /** It stands on a card under its name, with room for the day of the best figure; else that day shows on demand. */
  card: boolean
  /** Figures so long that each wants a line of its own. */
  long: boolean
  figures: VisitFigure[]
  online: { text: string; path: string } | null
  statisticsPath: string | null
}

export interface VisitFigure {
  name: 'today' | 'yesterday' | 'best' | 'total'
  label: string
  text: string
  /** Digits and what stands between them, where the look shows each by itself. */
  signs: { sign: string; digit: boolean }[] | null
  /** When it was, of the best day. */
  day: Day | null
}

type Shown = Pick<SiteSettings, 'visitLook' | 'visitCounterFor' | 'visitOnlineFor' | 'visitStatisticsFor'>

/** A column beside the text holds two figures of nine signs in a row. */
const LONG = 9

/** null where the owner shows no counter to this reader. @param beside whether the page has room for more than a line */
export function visitCounter(reader: Reader, settings: Shown, numbers: VisitNumbers, beside: boolean): VisitCounter | null {
  const { t, viewer } = reader
  const { visitLook, visitCounterFor, visitOnlineFor, visitStatisticsFor } = settings
  if (visitLook === 'none' || !isAmong(visitCounterFor, viewer)) return null
  const look = beside ? visitLook : 'line'
  const figures = (['today', 'yesterday', 'best', 'total'] as const).map((name): VisitFigure => {
    const text = reader.number(numbers[name])
    return {
      name,
      label: t(`frame.visits.${name}`),
      text,
      signs: look === 'digits' ? [...text].map((sign) => ({ sign, digit: /\d/.test(sign) })) : null,
      day: name === 'best' ? numbers.bestDay : null,
    }
  })
  return {
    look,
    card: look === 'table' || look === 'digits',
    long: figures.some(({ text }) => text.length > LONG),
    figures,
    online:
      numbers.online !== null && isAmong(visitOnlineFor, viewer)
        ? { text: t('frame.visits.online', { count: reader.number(numbers.online) }), path: onlinePath }
        : null,
    statisticsPath: isAmong(visitStatisticsFor, viewer) ? openStatisticsPath : null,
  }
}
