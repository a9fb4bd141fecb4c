import type { Reader } from '../../context.ts'
import { changeOf } from './figures.view-models.ts'
import { countsTimes, type RankingSection } from './rankings.policy.ts'
import type { Column, Row, Section } from './section.types.ts'
import { sectionOf } from './section-parts.view-models.ts'
import { postLifePath } from './statistics.paths.ts'
import type { Statistics } from './statistics.types.ts'
import type { RankedName } from './sums.read-models.ts'
import type { SumKind } from './sums.types.ts'
import { screenName, wordFor } from './words.view-models.ts'

const worded: ReadonlySet<SumKind> = new Set(['referrer-kind', 'loyalty', 'membership', 'device'])
const pages: ReadonlySet<SumKind> = new Set(['landing', 'exit', 'page', 'bot-page'])
/** A code of a language, or what a browser makes of one. */
const LANGUAGE = /^[a-z]{2,3}$/

/** The names of a kind, the most first, with a bar behind each. */
export function rankingSection(reader: Reader, statistics: Statistics, { id, kind, by }: RankingSection): Section {
  const { t, number } = reader
  const ranking = statistics.rankings.get(id) ?? { names: [], visitors: 0, views: 0, count: 0 }
  const times = countsTimes.has(kind)
  const whole = ranking[by]
  const rest = whole - ranking.names.reduce((sum, name) => sum + name[by], 0)
  const share = (name: RankedName) => (whole === 0 ? 0 : name[by] / whole)
  const label = times ? t('statistics.times') : t(by === 'visitors' ? 'visits.visitors' : 'visits.pageViews')
  // A screen is told once a day: its views would be its visitors again.
  const single = times || kind === 'screen'
  const figures: Column[] = single
    ? [{ label, kind: 'number' }]
    : [
        { label: t(kind === 'bot' ? 'statistics.bot.visits' : 'visits.visitors'), kind: 'number' },
        { label: t('visits.pageViews'), kind: 'number' },
      ]
  const beside = statistics.besideNames.get(id)
  const columns: Column[] = [...figures, { label: t('statistics.share'), kind: 'percent' }]
  if (beside !== undefined) columns.push({ label: t('statistics.change'), kind: 'change' })
  return sectionOf(reader, statistics, {
    ...{ id, title: t(`statistics.kind.${id as Titled}`), chart: null, note: kind === 'screen' ? t('speed.screen.note') : null },
    table: {
      heading: t(`statistics.name.${headingOf(kind)}`),
      columns,
      rows: ranking.names.map((name) => ({
        ...{ ...nameOf(reader, statistics, kind, name), note: null },
        cells: [
          ...(single ? [name[by], share(name)] : [name.visitors, name.views, share(name)]),
          ...(beside === undefined ? [] : [changeOf(name[by], beside.get(name.nameId)?.[by] ?? 0)]),
        ],
      })),
      bars: figures.length,
      more: rest > 0 ? t('statistics.rest', { count: number(rest), label }) : null,
    },
  })
}

type Titled = Exclude<SumKind, 'weekhour' | 'activity'> | 'post-views'

function headingOf(kind: SumKind): 'page' | 'post' | 'board' | 'words' | 'name' {
  if (pages.has(kind) || kind === 'missing' || kind === 'missing-from' || kind === 'referrer-page') return 'page'
  if (kind === 'post-comments') return 'post'
  if (kind === 'post' || kind === 'board') return kind
  return kind === 'words' || kind === 'search' || kind === 'search-empty' ? 'words' : 'name'
}

function nameOf(reader: Reader, statistics: Statistics, kind: SumKind, { nameId, name }: RankedName): Pick<Row, 'name' | 'path'> {
  const { t, locale } = reader
  if (kind === 'post' || kind === 'post-comments') {
    const post = statistics.posts.get(nameId)
    return post === undefined ? { name: t('statistics.gone'), path: null } : { name: post.title, path: postLifePath(post.id) }
  }
  if (kind === 'board') {
    const board = statistics.boards.find(({ id }) => id === nameId)
    return board === undefined ? { name: t('statistics.gone'), path: null } : { name: board.name, path: `/${board.slug}` }
  }
  if (kind === 'screen') return { name: screenName(reader, name), path: null }
  if (worded.has(kind)) return { name: wordFor(reader, name), path: null }
  if (kind === 'bot' && name === '?') return { name: t('statistics.suspected'), path: null }
  if (kind === 'bot' && name === 'bot') return { name: t('statistics.nameless'), path: null }
  if (kind === 'language' && LANGUAGE.test(name))
    return { name: new Intl.DisplayNames(locale, { type: 'language' }).of(name) ?? name, path: null }
  return { name, path: pages.has(kind) && name.startsWith('/') ? encodeURI(name) : null }
}
