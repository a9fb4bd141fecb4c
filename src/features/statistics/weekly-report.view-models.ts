import type { Reader } from '../../context.ts'
import type { Mail } from '../../lib/mail/mailer.ts'
import { visitSettingsPath } from '../visits/visits.paths.ts'
import { botsSection } from './named-sections.view-models.ts'
import { printSections } from './print-sections.view-models.ts'
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

function reportText(reader: Reader, statistics: Statistics, { site, base }: { site: string; base: string }): string {
  const { t } = reader
  const { from, to } = statistics.range
  const sections = printSections(reader, [...sectionsOf(reader, statistics), botsSection(reader, statistics)])
  return [
    t('statistics.report.title', { site, from, to }),
    rangeTiles(reader, statistics).map(tileText).join('\n'),
    ...sections.filter(({ empty }) => empty === null).map(sectionText),
    `${t('statistics.report.more', { link: base + statistics.pathOf({ from, to }) })}\n${t('statistics.report.stop', { link: base + visitSettingsPath })}`,
  ].join('\n\n')
}

const tileText = ({ label, figure, change }: Tile): string => `${label}: ${figure}${change === null ? '' : ` (${change.text})`}`

/** A table as lines, for a mail has no columns: of a ranking the first figure tells enough. */
const sectionText = ({ title, note, table }: ReturnType<typeof printSections>[number]): string =>
  [
    `■ ${title}`,
    ...(note === null ? [] : [note]),
    ...table.rows.map(({ name, cells }) => {
      const shown = table.isRanking ? cells.slice(0, 1) : cells
      return `${name}: ${shown.map(({ text }, index) => `${table.columns[index]?.label ?? ''} ${text}`).join(' · ')}`
    }),
  ].join('\n')
