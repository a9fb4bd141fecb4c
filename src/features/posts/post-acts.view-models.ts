import type { Reader } from '../../context.ts'
import type { Board } from '../boards/boards.types.ts'
import { bookmarkPath } from '../bookmarks/bookmarks.paths.ts'
import { bookmarkButton } from '../bookmarks/bookmarks.types.ts'
import { postActPath, unmaskPath } from '../moderation/moderation.paths.ts'
import { canUnmask, possibleActs } from '../moderation/moderation.policy.ts'
import { followPath } from '../post-follows/post-follows.paths.ts'
import { followButton } from '../post-follows/post-follows.types.ts'
import { reportPostPath } from '../reports/reports.paths.ts'
import { canReportPost } from '../reports/reports.policy.ts'
import { answerPath, deletePostPath, editPostPath, guestKeyPath } from './posts.paths.ts'
import { canDeletePost, canEditPost, canReplyTo } from './posts.policy.ts'
import type { PressButton } from './press.types.ts'
import type { ShownPost } from './shown-post.read-models.ts'

/** What `views/posts/_acts.ejs` prints under a post: what this reader can do with it. */
export interface PostActs {
  /** Without `action` for a guest, who is led through log-in. */
  bookmark: { action: string | null; button: PressButton; logInPath: string | null }
  /** null for a guest, and for its author, who is told anyway. */
  follow: { action: string; button: PressButton } | null
  /** A guest is led through log-in to it; null for one's own and what is away. */
  reportPath: string | null
  own: Act[]
  moderation: Act[]
}

interface Act {
  label: string
  path: string
  icon: string
}

export function postActs(reader: Reader, board: Board, post: ShownPost, address: string): PostActs {
  const { viewer } = reader
  const isGuest = viewer.memberId === null
  return {
    bookmark: {
      action: isGuest ? null : bookmarkPath(board, post.number),
      button: bookmarkButton(post.bookmarkedAt !== null),
      logInPath: isGuest ? `/login?returnTo=${encodeURIComponent(address)}` : null,
    },
    follow:
      isGuest || post.authorId === viewer.memberId
        ? null
        : { action: followPath(board, post.number), button: followButton(post.followedAt !== null) },
    reportPath: isGuest || canReportPost(viewer, { board, post }) ? reportPostPath(board, post.number) : null,
    own: ownActs(reader, board, post),
    moderation: [...moderationActs(reader, board, post), ...unmaskAct(reader, board, post)],
  }
}

const actIcons = {
  approve: 'check',
  hide: 'eye-off',
  restore: 'eye',
  lock: 'lock',
  unlock: 'unlock',
  pin: 'pin',
  unpin: 'pin',
  delete: 'trash',
} as const

const moderationActs = ({ t, viewer }: Reader, board: Board, post: ShownPost): Act[] =>
  possibleActs(viewer, board, post).map((act) => ({
    label: t(`posts.act.${act}`),
    path: postActPath(board, post.number, act),
    icon: actIcons[act],
  }))

const unmaskAct = ({ t, viewer }: Reader, board: Board, { anonymous, number }: ShownPost): Act[] =>
  anonymous === 1 && canUnmask(viewer) ? [{ label: t('moderation.act.unmask'), path: unmaskPath(board, number, null), icon: 'user' }] : []

function ownActs({ t, viewer }: Reader, board: Board, post: ShownPost): Act[] {
  const acts: Act[] = []
  if (canReplyTo(viewer, board, post)) acts.push({ label: t('posts.reply'), path: answerPath(board, post.number), icon: 'reply' })
  // Whose it is is asked for there.
  if (post.guestName !== null && post.status === 'visible')
    acts.push({ label: t('guestPosts.change'), path: guestKeyPath(board, post.number), icon: 'pencil' })
  if (canEditPost(viewer, board, post)) acts.push({ label: t('posts.edit'), path: editPostPath(board, post.number), icon: 'pencil' })
  if (canDeletePost(viewer, board, post)) acts.push({ label: t('posts.delete'), path: deletePostPath(board, post.number), icon: 'trash' })
  return acts
}
