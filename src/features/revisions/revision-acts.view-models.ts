import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { boardName } from '../boards/boards.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { type TextDiff, textDiff } from './revision-diff.view-models.ts'
import { historyPath, purgeVersionPath, restoreVersionPath } from './revisions.paths.ts'
import { mustSayWhy } from './revisions.policy.ts'
import type { HistoryPlace } from './revisions.read-models.ts'
import { WHY_LENGTH } from './revisions.types.ts'

/** Shows what will change, and asks why, before anything is done. */
export interface VersionActPage {
  heading: string
  about: string
  post: { title: string; path: string }
  action: string
  /** The post's version that this page was made from. */
  version: string
  reason: string
  reasonLabel: string
  reasonRequired: boolean
  error: string | null
  conflict: string | null
  diff: TextDiff
  diffHeading: string
  cancelPath: string
}

export type PlaceOfOld = HistoryPlace & { old: { version: number; title: string; source: string } }
type Asked = FormState & { status: number }

export function restorePage(reader: Reader, at: PlaceOfOld, state: Asked): Reply {
  const { board, post, old } = at
  const required = mustSayWhy(reader.viewer, post)
  return actPage(reader, at, state, {
    heading: reader.t('revisions.restore'),
    about: reader.t(required ? 'revisions.restore.aboutOther' : 'revisions.restore.about'),
    action: restoreVersionPath(board, post.number, old.version),
    reasonRequired: required,
    diff: textDiff(post, old),
    diffHeading: reader.t('revisions.restore.changes'),
  })
}

export function purgePage(reader: Reader, at: PlaceOfOld, state: Asked): Reply {
  const { board, post, old } = at
  return actPage(reader, at, state, {
    heading: reader.t('revisions.purge'),
    about: reader.t('revisions.purge.about'),
    action: purgeVersionPath(board, post.number, old.version),
    reasonRequired: true,
    diff: textDiff(old, old),
    diffHeading: reader.t('revisions.purge.words'),
  })
}

type Own = Pick<VersionActPage, 'heading' | 'about' | 'action' | 'reasonRequired' | 'diff' | 'diffHeading'>

function actPage({ t, locale }: Reader, { board, post, old }: PlaceOfOld, { draft, errors, status }: Asked, own: Own): Reply {
  const model: VersionActPage = {
    ...own,
    post: { title: post.title, path: postPath(board, post.number) },
    version: String(post.version),
    reason: draft['reason'] ?? '',
    reasonLabel: t(own.reasonRequired ? 'moderation.reason' : 'moderation.reason.optional'),
    error: errors['reason'] === undefined ? null : t(errors['reason'] as MessageKey, { max: WHY_LENGTH }),
    conflict: status === 409 ? t('revisions.changedMeanwhile') : null,
    cancelPath: historyPath(board, post.number, old.version),
  }
  return page('revisions/act', model, {
    titles: [own.heading, post.title, boardName(board, locale)],
    ...{ status, board: board.slug, robots: 'noindex', side: false },
  })
}
