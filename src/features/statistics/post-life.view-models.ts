import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { PostLife } from './post-life.read-models.ts'
import { type PrintedSection, printSections } from './print-sections.view-models.ts'
import type { Section, Tile } from './section.types.ts'
import { seriesSection } from './section-parts.view-models.ts'
import { postLifePath, statisticsPath } from './statistics.paths.ts'
import type { Frame } from './statistics.types.ts'
import type { NamedDay } from './sums.read-models.ts'

export interface PostLifePage {
  title: string
  board: string
  postPath: string
  pagesPath: string
  tiles: Tile[]
  note: string | null
  sections: PrintedSection[]
}

export function lifeSections(reader: Reader, life: PostLife): Section[] {
  const { t } = reader
  const counted = new Set(life.countedDays)
  const valuesOf = (rows: readonly NamedDay[], figure: 'visitors' | 'views') => {
    const byDay = new Map(rows.map((row) => [row.day, row[figure]]))
    return (day: Day) => byDay.get(day) ?? (counted.has(day) ? 0 : null)
  }
  const range: Frame['range'] = { from: life.from, to: life.today, period: null, compare: 'none', beside: null }
  const frame: Frame = {
    range,
    today: life.today,
    firstDay: life.from,
    board: null,
    pathOf: (_asked, section) => postLifePath(life.id, section),
  }
  return [
    seriesSection(reader, frame, { id: 'life', title: t('statistics.life.days') }, [
      { label: t('statistics.life.readers'), valueOn: valuesOf(life.readers, 'visitors') },
      { label: t('visits.pageViews'), valueOn: valuesOf(life.readers, 'views') },
      { label: t('statistics.activity.comment'), valueOn: valuesOf(life.comments, 'views') },
    ]),
  ]
}

export function postLifePage(reader: Reader, life: PostLife): Reply {
  const { t, number } = reader
  const tile = (label: string, value: number): Tile => ({ label, figure: number(value), change: null, beside: null, spark: null })
  const model: PostLifePage = {
    title: life.title,
    board: life.boardName,
    postPath: life.path,
    pagesPath: statisticsPath('pages'),
    tiles: [
      tile(t('statistics.life.views'), life.viewCount),
      tile(t('statistics.activity.comment'), life.commentCount),
      tile(t('statistics.activity.vote'), life.voteCount),
    ],
    note: life.cut ? t('statistics.life.cut') : null,
    sections: printSections(reader, lifeSections(reader, life)),
  }
  return page('statistics/post', model, { titles: [life.title, t('visits.statistics')], layout: 'console', robots: 'noindex', side: false })
}
