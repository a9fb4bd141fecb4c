import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import { page, type Reply } from '../../../lib/http/reply.ts'
import type { DateText } from '../../../lib/time/date-text.ts'
import { localTime } from '../../../lib/time/zone.ts'
import { boardPath } from '../../boards/boards.paths.ts'
import { canList, canWriteOn } from '../../boards/boards.policy.ts'
import { type Board, boardName } from '../../boards/boards.types.ts'
import { fieldsOf } from '../../drafts/drafts.types.ts'
import type { FormLook } from '../writing/post-form.types.ts'
import { cancelScheduledPath, editScheduledPath, publishScheduledPath, scheduledPath, scheduledPostPath } from './scheduled-posts.paths.ts'
import type { ScheduledList } from './scheduled-posts.read-models.ts'
import { MOST_SCHEDULED, type ScheduledPost, SHOWN_DAYS } from './scheduled-posts.types.ts'

/** 예약 글. */
export interface ScheduledPage {
  about: string
  items: ScheduledItem[]
}

export interface ScheduledItem {
  title: string
  path: string
  board: { name: string; path: string } | null
  date: DateText
  isPublished: boolean
  /** What stands in the way, and what to do about it. */
  problem: string | null
  editPath: string | null
  publishPath: string | null
}

type Row = ScheduledList['posts'][number]

export function scheduledPage(reader: Reader, { boards, posts }: ScheduledList): Reply {
  const { t, number } = reader
  const model: ScheduledPage = {
    about: t('scheduled.about', { most: number(MOST_SCHEDULED), days: number(SHOWN_DAYS) }),
    items: posts.map((post) => scheduledItem(reader, post, boards.find(({ id }) => id === post.boardId) ?? null)),
  }
  return page('posts/scheduled', model, { titles: [t('scheduled.title')], robots: 'noindex' })
}

/** Of a board that its author may not see any more the name is not told. */
function scheduledItem(reader: Reader, post: Row, board: Board | null): ScheduledItem {
  const { t, date, viewer, locale } = reader
  const isPublished = post.state === 'published'
  const shown = board !== null && canList(viewer, board) ? board : null
  const mayPublish = !isPublished && shown !== null && canWriteOn(viewer, shown)
  return {
    title: post.title,
    path: post.resultPath ?? scheduledPostPath(post.id),
    board: shown && { name: boardName(shown, locale), path: boardPath(shown) },
    date: date(post.publishAt),
    isPublished,
    problem: post.problem && t(`scheduled.problem.${post.problem}`),
    editPath: mayPublish ? editScheduledPath(shown, post) : null,
    publishPath: mayPublish ? publishScheduledPath(post.id) : null,
  }
}

export interface ScheduledPostPage {
  item: ScheduledItem
  heading: string
  bodyHtml: string
  /** As it was typed: of a board that is gone nothing else can be done than to take the words elsewhere. */
  source: string
  cancelPath: string
  listPath: string
}

export function scheduledPostPage(
  reader: Reader,
  { post, board, source, html }: { post: ScheduledPost; board: Board | null; source: string; html: string },
): Reply {
  const { t } = reader
  const item = scheduledItem(reader, post, board)
  const model: ScheduledPostPage = {
    item,
    heading: post.title,
    bodyHtml: wordedHtml(html, t),
    source,
    cancelPath: cancelScheduledPath(post.id),
    listPath: scheduledPath,
  }
  return page('posts/scheduled-post', model, { titles: [post.title, t('scheduled.title')], robots: 'noindex', side: false })
}

/** In its board's form, as it was typed. */
export const lookOfWaiting = ({ zone }: Reader, post: ScheduledPost, submissionKey: string): FormLook => ({
  draft: { ...fieldsOf(post), submissionKey, publish: 'later', publishAt: localTime(post.publishAt, zone) },
})

export const ownOfWaiting = ({ t }: Reader, board: Board, post: ScheduledPost) => ({
  heading: t('scheduled.edit'),
  action: editScheduledPath(board, post),
  publishLabel: t('posts.save'),
  cancelPath: scheduledPostPath(post.id),
})
