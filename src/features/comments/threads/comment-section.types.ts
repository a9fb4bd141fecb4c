import type { DateText } from '../../../lib/time/date-text.ts'
import type { CommentSort } from '../../boards/board-settings.types.ts'
import type { VoteButtons } from '../../posts/votes/votes.types.ts'
import type { LiveThread } from '../live/live.types.ts'
import type { NextUnread } from '../unread/unread.types.ts'

/** What `views/comments/section.ejs` prints below a post. */
export interface CommentSection {
  /** Scripts that this reader has a use for; '' for none. */
  behaviors: string
  countText: string
  /** Above the threads: the answer that was taken, the comment that was pinned, those with most votes. Each stands in its place there too. */
  tops: CommentTop[]
  /** Of a question: for machines. */
  answers: SaidAnswer[] | null
  items: CommentItem[]
  /** How its browser hears of new ones; null where it doesn't. */
  live: LiveThread | null
  sort: CommentSort
  /** What is written next on the post itself will stand on this page. */
  ends: boolean
  /** The order, to choose; null while there is nothing to put in order. */
  sorts: { returnTo: string; choices: { value: CommentSort; label: string; chosen: boolean }[] } | null
  /** The form of all buttons with addresses of their own: where it leads back to. Null for guests, who have none. */
  buttons: { returnTo: string } | null
  /** Null while one page holds all. */
  pages: ThreadPages | null
  /** Null for whom may not comment; then `closed` or `invitation` says why. */
  form: CommentForm | null
  closed: string | null
  invitation: { label: string; path: string } | null
  /** For who is no member, where the board takes their words too. */
  guestInvitation: { label: string; path: string } | null
  unread: NextUnread
}

export interface CommentItem {
  number: number
  anchor: string
  path: string
  /** Indents are drawn to a limit; below it `answers` tells whose comment is answered. */
  depth: number
  /** Where a script puts it: its true depth, and the number of what it answers, null for the post. */
  trueDepth: number
  /** How many stand below it on the page: so many a script folds away. */
  replies: number
  parent: number | null
  /** By which a script knows whether it looks otherwise by now; votes are not told by it. */
  state: string
  answers: { label: string; path: string } | null
  /** In place of what was said: deleted, or hidden from this reader. */
  stub: string | null
  /** Above what was said: hidden, and shown to its author and the moderators alone. */
  notice: string | null
  author: { nickname: string; initial: string; path: string | null }
  byPostAuthor: boolean
  /** What an author who keeps order is called. */
  staff: string | null
  /** Says so in one line, which opens. */
  folded: string | null
  /** Came since this reader's last visit. */
  isUnread: boolean
  date: DateText
  edited: DateText | null
  /** What it said before, for whom the board shows that to. */
  historyPath: string | null
  bodyHtml: string
  replyPath: string | null
  /** `here`: what a script does where the comment stands. */
  acts: { label: string; path: string; here: 'edit' | 'delete' | null }[]
  isAccepted: boolean
  isSecret: boolean
  isPinned: boolean
  /** For who may put it above the others, or take it down. */
  pin: { action: string; label: string; wish: 'yes' | 'no' } | null
  /** Null where there are no votes. Without `action` for who may not vote. */
  vote: (VoteButtons & { action: string | null; logInPath: string | null }) | null
  /** For who may take it as the answer, or take that back. */
  accept: { action: string; label: string; wish: 'yes' | 'no' } | null
}

/** A button that writes a mark: `data` is what its behaviors read. */
export interface CommentTool {
  icon: string
  label: string
  data: [name: string, value: string][]
  first: boolean
}

export interface SaidAnswer {
  path: string
  text: string
  author: { name: string; path: string | null }
  createdAt: Date
  votes: number
  isAccepted: boolean
}

export interface CommentTop {
  kind: 'accepted' | 'pinned' | 'best'
  heading: string
  icon: string
  comments: CommentItem[]
}

export interface CommentForm {
  /** Names it and its parts: on a page with comments there may be two. */
  id: string
  /** On a page that a script keeps while it is sent. */
  inPlace: boolean
  action: string
  body: string
  /** Number of the answered comment, '' for the post itself. */
  parent: string
  submissionKey: string
  /** Of the text that is being changed, '' for a new one. */
  version: string
  /** Of the draft that this form goes on with, '' for none. */
  draft: string
  /** Where it may be read by few alone; a reply to such a comment begins so. */
  secret: { ticked: boolean } | null
  error: string | null
  submitLabel: string
  limit: number
  tools: CommentTool[]
  /** Null where none are taken. */
  pictures: { accept: string; uploadPath: string; shrinks: boolean } | null
  previewPath: string
}

export interface ThreadPages {
  label: string
  /** Where each comment has an address that leads to its page. */
  commentsPath: string
  links: { label: string; path: string; current: boolean }[]
}
