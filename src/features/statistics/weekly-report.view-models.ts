import type { Reader } from '../../context.ts'
import { dayNames } from '../../lib/charts/time-ticks.ts'
import type { Mail } from '../../lib/mail/mailer.ts'
import { visitSettingsPath } from '../visits/visits.paths.ts'
import { type PrintedSection, printSections } from './print-sections.view-models.ts'
import { daysIn } from './range.policy.ts'
import type { Tile } from './section.types.ts'
import { sectionsOf } from './sections.view-models.ts'
import type { Statistics } from './statistics.types.ts'
import { rangeTiles } from './tiles.view-models.ts'

/** A week in a mail: the figures of the first page of the statistics, in both languages, for a mail has no reader to ask. */
export function weeklyReport(
  readers: readonly [Reader, Reader],
  statistics: Statistics,
  { site, base }: { site: string; base: string },
): Omit<Mail, 'to'> {
  const [korean] = readers
  const visitors = korean.number(statistics.days.reduce((sum, day) => sum + day.visitors, 0))
  return {
    subject: korean.t('statistics.report.subject', { site, visitors }),
    text: readers.map((reader) => reportText(reader, statistics, { site, base })).join('\n\n— — —\n\n'),
  }
}

/** A mail is read in a minute: of a ranking the first names tell enough. */
const NAMES = 5

function reportText(reader: Reader, statistics: Statistics, { site, base }: { site: string; base: string }): string {
  const { t } = reader
  const { from, to } = statistics.range
  // What members did stands among the figures of the week.
  const sections = printSections(reader, sectionsOf(reader, statistics)).filter(({ id, empty }) => id !== 'activity' && empty === null)
  return [
    t('statistics.report.title', { site, from, to }),
    [...rangeTiles(reader, statistics).map(tileText), bestDayText(reader, statistics)].join('\n'),
    ...sections.map((section) => sectionText(reader, statistics, section)),
    botsText(reader, statistics),
    `${t('statistics.report.more', { link: base + statistics.pathOf({ from, to }) })}\n${t('statistics.report.stop', { link: base + visitSettingsPath })}`,
  ].join('\n\n')
}

const tileText = ({ label, figure, change }: Tile): string => `${label}: ${figure}${change === null ? '' : ` (${change.text})`}`

function bestDayText({ t, locale, number }: Reader, { days }: Statistics): string {
  const best = days.reduce((most, day) => (day.visitors > most.visitors ? day : most))
  return t('statistics.report.best', { day: dayNames([best.day], locale)[0] ?? best.day, visitors: number(best.visitors) })
}

/** A table as lines, for a mail has no columns. Days by their names, as a week goes. */
function sectionText({ locale }: Reader, { range }: Statistics, { title, note, table }: PrintedSection): string {
  const days = daysIn(range)
  const names = new Map(dayNames(days, locale).map((name, index) => [days[index], name]))
  const rows = table.isRanking ? table.rows.slice(0, NAMES) : table.rows.toReversed()
  return [
    `■ ${title}`,
    ...(note === null ? [] : [note]),
    ...rows.map(({ name, cells }) => {
      const shown = table.isRanking ? cells.slice(0, 2) : cells
      return `${names.get(name) ?? name}: ${shown.map(({ text }, index) => `${table.columns[index]?.label ?? ''} ${text}`).join(' · ')}`
    }),
  ].join('\n')
}

function botsText({ t, number }: Reader, { days }: Statistics): string {
  const figures = (['visitors', 'declaredBots', 'suspectedBots', 'botViews'] as const).map(
    (figure) => `${t(`statistics.bots.${figure}`)} ${number(days.reduce((sum, day) => sum + day[figure], 0))}`,
  )
  return `■ ${t('statistics.bots.days')}\n${figures.join(' · ')}`
}
