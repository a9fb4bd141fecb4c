import type { Reader } from '../../context.ts'
import { daysSection, spanSection } from './day-sections.view-models.ts'
import { heatSection, hoursSection, weekdaysSection } from './hour-sections.view-models.ts'
import { activitySection, botsSection, namedSection } from './named-sections.view-models.ts'
import { rankingSection } from './ranking-sections.view-models.ts'
import { dailyOf, rankingsOf } from './rankings.policy.ts'
import type { Section } from './section.types.ts'
import { speedSections } from './speed-sections.view-models.ts'
import type { Statistics } from './statistics.types.ts'

/** What a page of statistics shows, from above to below. */
export function sectionsOf(reader: Reader, statistics: Statistics): Section[] {
  const rankings = rankingsOf[statistics.page].map((section) => rankingSection(reader, statistics, section))
  return [...drawnSections(reader, statistics), ...rankings]
}

function drawnSections(reader: Reader, statistics: Statistics): Section[] {
  switch (statistics.page) {
    case 'overview':
      return [daysSection(reader, statistics), activitySection(reader, statistics)]
    case 'times':
      return [
        ...[daysSection(reader, statistics), hoursSection(reader, statistics), weekdaysSection(reader, statistics)],
        ...[
          heatSection(reader, statistics),
          ...(['weeks', 'months', 'years'] as const).map((span) => spanSection(reader, statistics, span)),
        ],
      ]
    case 'speed':
      return speedSections(reader, statistics)
    case 'open':
      return [
        ...[daysSection(reader, statistics), hoursSection(reader, statistics), weekdaysSection(reader, statistics)],
        ...[heatSection(reader, statistics), ...(['months', 'years'] as const).map((span) => spanSection(reader, statistics, span))],
      ]
    case 'bots':
      return [botsSection(reader, statistics)]
    default:
      return (dailyOf[statistics.page] ?? []).map((kind) => namedSection(reader, statistics, kind))
  }
}
