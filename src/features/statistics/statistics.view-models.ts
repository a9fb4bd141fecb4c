import type { Reader } from '../../context.ts'
import { ownersOnly } from '../../lib/http/access.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { ledgerPath, visitSettingsPath } from '../visits/visits.paths.ts'
import { type PrintedSection, printSections } from './print-sections.view-models.ts'
import { hasBoards } from './rankings.policy.ts'
import type { Section, Tile } from './section.types.ts'
import { askedOf } from './section-parts.view-models.ts'
import { notesPath, statisticsPath } from './statistics.paths.ts'
import { type AskedRange, comparisons, periods, type Statistics, statisticsPages } from './statistics.types.ts'
import { counterTiles, rangeTiles } from './tiles.view-models.ts'

interface Link {
  label: string
  path: string
  current: boolean
}

interface Choice {
  value: string
  label: string
  chosen: boolean
}

export interface StatisticsPage {
  title: string
  scope: string
  parts: Link[]
  periods: Link[]
  form: { action: string; from: string; to: string; today: string; compare: Choice[]; compareFrom: string; boards: Choice[] }
  /** The counter of the whole site, on the first page. */
  counter: Tile[]
  tiles: Tile[]
  empty: boolean
  sections: PrintedSection[]
}

export function statisticsPage(reader: Reader, statistics: Statistics, sections: readonly Section[]): Reply {
  const { t, zone } = reader
  const { range, today } = statistics
  const asked = askedOf(statistics)
  const model: StatisticsPage = {
    title: t('visits.statistics'),
    scope: t('visits.scope', { from: range.from, to: range.to, zone }),
    parts: [
      ...statisticsPages.map((name) => ({
        label: t(`statistics.page.${name}`),
        path: statisticsPath(name, hasBoards.has(name) ? asked : { ...asked, board: undefined }),
        current: name === statistics.page,
      })),
      { label: t('statistics.page.ledger'), path: ledgerPath(false), current: false },
      { label: t('statistics.page.notes'), path: notesPath, current: false },
      ...(ownersOnly.admits(reader.viewer) ? [{ label: t('statistics.page.settings'), path: visitSettingsPath, current: false }] : []),
    ],
    periods: periodsOf(reader, statistics, asked),
    form: {
      ...{ action: statistics.pathOf({}), from: range.from, to: range.to, today },
      compare: comparisons.map((value) => ({ value, label: t(`statistics.compare.${value}`), chosen: value === range.compare })),
      compareFrom: range.beside?.from ?? '',
      boards: statistics.boards.map(({ slug, name }) => ({ value: slug, label: name, chosen: slug === statistics.board?.slug })),
    },
    counter: statistics.page === 'overview' && statistics.board === null ? counterTiles(reader, statistics) : [],
    tiles: rangeTiles(reader, statistics),
    empty: statistics.firstDay === null,
    sections: statistics.firstDay === null ? [] : printSections(reader, sections),
  }
  const titles =
    statistics.page === 'overview' || statistics.page === 'open' ? [model.title] : [t(`statistics.page.${statistics.page}`), model.title]
  return page('statistics/show', model, { titles, layout: 'console', robots: 'noindex', side: false })
}

const periodsOf = ({ t }: Reader, { range, pathOf }: Statistics, asked: Partial<AskedRange>): Link[] =>
  periods.map((period) => ({
    label: period === 'all' ? t('statistics.period.all') : t('visits.period.days', { days: period }),
    path: pathOf({ ...asked, from: undefined, to: undefined, period }),
    current: period === range.period,
  }))

export type OpenStatisticsPage = Pick<StatisticsPage, 'title' | 'scope' | 'periods' | 'tiles' | 'empty' | 'sections'>

/** For readers of the site: what names no page, title or word. */
export function openStatisticsPage(reader: Reader, statistics: Statistics, sections: readonly Section[]): Reply {
  const { t, zone } = reader
  const { range, firstDay } = statistics
  const model: OpenStatisticsPage = {
    title: t('visits.statistics'),
    scope: t('visits.scope', { from: range.from, to: range.to, zone }),
    periods: periodsOf(reader, statistics, {}),
    tiles: rangeTiles(reader, statistics),
    empty: firstDay === null,
    sections: firstDay === null ? [] : printSections(reader, sections),
  }
  return page('statistics/open', model, { titles: [model.title], robots: 'noindex' })
}
