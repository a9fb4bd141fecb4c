import type { Reader } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { commentExcerpt } from '../../lib/html/markdown.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { boardName } from '../boards/boards.types.ts'
import { commentName } from '../comments/comment-names.types.ts'
import { commentPath } from '../comments/comments.paths.ts'
import { canSeeConsole } from '../console/console.policy.ts'
import { postPath } from '../posts/posts.paths.ts'
import { closeReportsPath, reportCommentPath, reportPostPath, reportsPath } from './reports.paths.ts'
import type { OpenReports } from './reports.read-models.ts'
import { NOTE_LENGTH, type OpenReport, type Reported, reportReasons } from './reports.types.ts'

export interface ReportPage {
  heading: string
  post: { title: string; path: string }
  comment: { nickname: string; bodyHtml: string } | null
  /** null when this member has reported it already. */
  form: {
    action: string
    reasons: { value: string; label: string; chosen: boolean }[]
    note: string
    limit: number
    errors: { reason: string | null; note: string | null }
  } | null
  cancelPath: string
}

export function reportPage(reader: Reader, reported: Reported, state: FormState | null): Reply {
  const { t, locale } = reader
  const { board, post, comment } = reported
  const path = postPath(board, post.number)
  const say = (key: string | undefined) => (key ? t(key as MessageKey, { max: NOTE_LENGTH }) : null)
  const model: ReportPage = {
    heading: t(comment ? 'reports.comment' : 'reports.post'),
    post: { title: post.title, path },
    comment: comment && { nickname: commentName(reader, comment), bodyHtml: wordedHtml(comment.html, t) },
    form: state && {
      action: comment ? reportCommentPath(board, post.number, comment.number) : reportPostPath(board, post.number),
      reasons: reportReasons.map((value) => ({
        value,
        label: t(`reports.reason.${value}`),
        chosen: state.draft['reason'] === value,
      })),
      note: state.draft['note'] ?? '',
      limit: NOTE_LENGTH,
      errors: { reason: say(state.errors['reason']), note: say(state.errors['note']) },
    },
    cancelPath: comment ? commentPath(board, post.number, comment.number) : path,
  }
  return page('reports/form', model, {
    titles: [model.heading, post.title, boardName(board, locale)],
    status: state && Object.keys(state.errors).length > 0 ? 422 : 200,
    board: board.slug,
    robots: 'noindex',
    side: false,
  })
}

/** 신고 함. */
export interface ReportsPage {
  items: ReportedItem[]
  newestPath: string | null
  olderPath: string | null
}

interface ReportedItem {
  what: string
  title: string
  path: string
  excerpt: string | null
  author: string
  board: { name: string; path: string }
  count: string
  reasons: { label: string; count: string }[]
  notes: { text: string; date: DateText }[]
  date: DateText
  closePath: string
}

export function reportsPage(reader: Reader, { boards, items, before, olderThan }: OpenReports): Reply {
  const { t } = reader
  const model: ReportsPage = {
    items: items.flatMap((item) => reportedItem(reader, boards, item)),
    newestPath: before === null ? null : reportsPath(),
    olderPath: olderThan === null ? null : reportsPath(olderThan),
  }
  return page('reports/list', model, {
    titles: [t('reports.title')],
    // Who moderates single boards has no console of their own: the menu would be empty.
    layout: canSeeConsole(reader.viewer) ? 'console' : 'site',
    robots: 'noindex',
    side: false,
  })
}

function reportedItem(reader: Reader, boards: OpenReports['boards'], item: OpenReport): ReportedItem[] {
  const { t, number, date, locale } = reader
  const board = boards.find(({ id }) => id === item.boardId)
  const newest = item.reports[0]
  if (!board || !newest) return []
  const counted = reportReasons.map((reason) => ({ reason, count: item.reports.filter((each) => each.reason === reason).length }))
  return [
    {
      what: t(item.commentId === 0 ? 'reports.aPost' : 'reports.aComment'),
      title: item.title,
      path:
        item.commentNumber === null || item.commentStatus === 'deleted'
          ? postPath(board, item.number)
          : commentPath(board, item.number, item.commentNumber),
      excerpt: item.comment && commentExcerpt(t, item.comment, 120),
      author: item.guestName === null ? (item.nickname ?? t('posts.anonymous')) : t('posts.guest', { name: item.guestName }),
      board: { name: boardName(board, locale), path: boardPath(board) },
      count: t('reports.count', { count: item.reports.length }),
      reasons: counted
        .filter(({ count }) => count > 0)
        .map(({ reason, count }) => ({ label: t(`reports.reason.${reason}`), count: number(count) })),
      notes: item.reports.filter(({ note }) => note !== '').map(({ note, createdAt }) => ({ text: note, date: date(createdAt) })),
      date: date(newest.createdAt),
      closePath: closeReportsPath(item.postId, item.commentId),
    },
  ]
}
