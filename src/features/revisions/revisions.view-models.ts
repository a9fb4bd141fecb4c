import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { boardName } from '../boards/boards.types.ts'
import { postAuthor } from '../posts/post-names.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { type TextDiff, textDiff } from './revision-diff.view-models.ts'
import { historyPath, purgeVersionPath, restoreVersionPath } from './revisions.paths.ts'
import { canPurgeVersion, canRestoreText } from './revisions.policy.ts'
import type { CurrentPost, History, RevisionRow } from './revisions.read-models.ts'
import { KEPT_VERSIONS } from './revisions.types.ts'

export interface HistoryPage {
  board: { name: string; path: string }
  post: { title: string; path: string }
  versions: VersionLine[]
  /** Of the one that is looked at. */
  shown: {
    heading: string
    /** null: nothing of it, or of what stood before, is left to be shown. */
    diff: TextDiff | null
    /** What to know of it. */
    note: string | null
    restorePath: string | null
    purgePath: string | null
  }
  kept: string
}

interface VersionLine {
  path: string
  current: boolean
  /** null: when it was written is not known any more. */
  date: DateText | null
  badge: string | null
  who: string | null
  /** How long it is. */
  letters: string
  reason: string | null
}

export function historyPage(reader: Reader, history: History): Reply {
  const { t, locale, number } = reader
  const { board, post } = history
  const name = boardName(board, locale)
  const heading = t('revisions.title')
  const model: HistoryPage = {
    board: { name, path: boardPath(board) },
    post: { title: post.title, path: postPath(board, post.number) },
    versions: versionLines(reader, history),
    shown: shownVersion(reader, history),
    kept: t('revisions.kept', { count: number(KEPT_VERSIONS) }),
  }
  return page('revisions/history', model, { titles: [heading, post.title, name], board: board.slug, robots: 'noindex', side: false })
}

/** Each version with what is told of the change that made it: that stands with the version before. */
function versionLines(reader: Reader, { board, post, rows, version: shown }: History): VersionLine[] {
  const { t, date, number } = reader
  const all = [{ version: post.version, letters: [...post.source].length as number | null }, ...rows]
  return all.map(({ version, letters }, index) => {
    const made = rows[index]
    const isFirst = made === undefined && version === 1
    return {
      path: historyPath(board, post.number, version),
      current: version === shown,
      date: made ? date(made.changedAt) : isFirst ? date(post.createdAt) : null,
      badge: index === 0 ? t('revisions.now') : isFirst ? t('revisions.first') : null,
      who: made ? changedBy(reader, post, made) : isFirst ? postAuthor(reader, post).name : null,
      letters: letters === null ? t('revisions.isPurged') : t('revisions.letters', { count: number(letters) }),
      reason: made ? whyOf(reader, rows, made) : null,
    }
  })
}

/** Whose post has no name changes it without one. */
const changedBy = (reader: Reader, post: CurrentPost, made: RevisionRow): string =>
  made.changedBy === post.authorId ? postAuthor(reader, post).name : (made.nickname ?? reader.t('posts.formerMember'))

function whyOf({ t, date }: Reader, rows: readonly RevisionRow[], { reason, restored }: RevisionRow): string | null {
  if (restored === null) return reason || null
  const from = rows[rows.findIndex(({ version }) => version === restored) + 1]?.changedAt
  const back = from ? t('revisions.putBack', { date: date(from).full }) : t('revisions.putBackFirst')
  return reason ? `${back} · ${reason}` : back
}

function shownVersion(reader: Reader, history: History): HistoryPage['shown'] {
  const { t, viewer } = reader
  const { board, post, version, text, before, rows } = history
  const isNow = version === post.version
  const isFirst = before === null
  const purged = text.source === null
  const mayAct = !isNow && !purged
  return {
    heading: t(isFirst ? 'revisions.wholeText' : 'revisions.changes'),
    diff: purged || before?.source === null ? null : textDiff(before ?? text, text),
    note: noteOf(),
    restorePath: mayAct && canRestoreText(viewer, board, post) ? restoreVersionPath(board, post.number, version) : null,
    purgePath: mayAct && canPurgeVersion(viewer, board, post) ? purgeVersionPath(board, post.number, version) : null,
  }

  function noteOf(): string | null {
    if (purged) return t('revisions.purgedNote')
    if (before?.source === null) return t('revisions.beforePurged')
    if (rows.length === 0) return t(post.editedAt === null ? 'revisions.never' : 'revisions.nothingKept')
    return null
  }
}
