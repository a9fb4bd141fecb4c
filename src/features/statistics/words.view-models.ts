import type { Reader } from '../../context.ts'
import { screens } from '../visits/speed.types.ts'

/** Names that we gave ourselves. */
const ours = [
  ...(['search', 'social', 'messenger', 'mail', 'direct', 'site', 'new', 'returning', 'member', 'guest'] as const),
  ...(['phone', 'tablet', 'desk', 'other'] as const),
] as const

/** A name of a kind whose names are our own words. */
export function wordFor({ t }: Reader, name: string): string {
  const known = ours.find((word) => word === name)
  return known === undefined ? name : t(`statistics.word.${known}`)
}

/** A class of screens, as `felt.js` names them. */
export function screenName({ t }: Reader, name: string): string {
  const known = screens.find((screen) => screen === name)
  return known === undefined ? name : t(`speed.screen.${known}`)
}

/** Monday first, as calendars of work show them; the 1st of January 2024 was one. */
export function weekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2024, 0, 1 + index))))
}
