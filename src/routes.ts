import type { AppContext } from './context.ts'
import { boardRoutes } from './features/boards/boards.routes.ts'
import { bookmarkRoutes } from './features/bookmarks/bookmarks.routes.ts'
import { cardRoutes } from './features/cards/cards.routes.ts'
import { answerRoutes } from './features/comments/answers/answers.routes.ts'
import { commentRoutes } from './features/comments/comments.routes.ts'
import { guestCommentRoutes } from './features/comments/guest-comments/guest-comments.routes.ts'
import { commentHistoryRoutes } from './features/comments/history/comment-history.routes.ts'
import { liveRoutes } from './features/comments/live/live.routes.ts'
import { commentPinRoutes } from './features/comments/pins/pins.routes.ts'
import { unreadRoutes } from './features/comments/unread/unread.routes.ts'
import { commentVoteRoutes } from './features/comments/votes/comment-votes.routes.ts'
import { changeCommentRoutes } from './features/comments/writing/change-comment.routes.ts'
import { consoleRoutes } from './features/console/console.routes.ts'
import { draftRoutes } from './features/drafts/drafts.routes.ts'
import { feedRoutes } from './features/feeds/feeds.routes.ts'
import { homeRoutes } from './features/home/home.routes.ts'
import { linkCardRoutes } from './features/link-cards/link-cards.routes.ts'
import { memberRoutes } from './features/members/members.routes.ts'
import { moderationLogRoutes, moderationRoutes } from './features/moderation/moderation.routes.ts'
import { unmaskRoutes } from './features/moderation/unmask.routes.ts'
import { muteRoutes } from './features/mutes/mutes.routes.ts'
import { oldAddressRoutes } from './features/old-addresses/old-addresses.routes.ts'
import { pageRoutes } from './features/pages/pages.routes.ts'
import { pollRoutes } from './features/polls/polls.routes.ts'
import { postFollowRoutes } from './features/post-follows/post-follows.routes.ts'
import { postLinkRoutes } from './features/posts/post-links.routes.ts'
import { postRoutes } from './features/posts/posts.routes.ts'
import { scheduledPostRoutes } from './features/posts/scheduled-posts/scheduled-posts.routes.ts'
import { voteRoutes } from './features/posts/votes/votes.routes.ts'
import { editorTextRoutes } from './features/posts/writing/editor-text.routes.ts'
import { guestPostRoutes } from './features/posts/writing/guest-posts.routes.ts'
import { postFormRoutes } from './features/posts/writing/post-forms.routes.ts'
import { readingMarkRoutes } from './features/reading-marks/reading-marks.routes.ts'
import { reportRoutes, reportsConsoleRoutes } from './features/reports/reports.routes.ts'
import { revisionRoutes } from './features/revisions/revisions.routes.ts'
import { searchRoutes } from './features/search/search.routes.ts'
import { sessionRoutes } from './features/sessions/sessions.routes.ts'
import { settingsRoutes } from './features/settings/settings.routes.ts'
import { statisticsRoutes } from './features/statistics/statistics.routes.ts'
import { stickerRoutes } from './features/stickers/stickers.routes.ts'
import { streamRoutes } from './features/streams/streams.routes.ts'
import { partialUploadRoutes } from './features/uploads/partial-uploads.routes.ts'
import { uploadRoutes } from './features/uploads/uploads.routes.ts'
import { badgeRoutes } from './features/visits/badge.routes.ts'
import { shownPageRoutes } from './features/visits/shown-pages.routes.ts'
import { speedRoutes } from './features/visits/speed.routes.ts'
import { visitRoutes } from './features/visits/visits.routes.ts'
import type { Door, Routes } from './lib/http/route.ts'

/** Table of contents. Fixed addresses come first: what is left over is a board's. */
export const routes = (ctx: AppContext): Routes[] => [
  homeRoutes(ctx),
  sessionRoutes(ctx),
  ...memberRoutes(ctx),
  searchRoutes(ctx),
  streamRoutes(ctx),
  pageRoutes(ctx),
  settingsRoutes(ctx),
  feedRoutes(ctx),
  oldAddressRoutes(ctx),
  cardRoutes(ctx),
  ...consoleRoutes(ctx),
  moderationLogRoutes(ctx),
  reportsConsoleRoutes(ctx),
  statisticsRoutes(ctx),
  visitRoutes(ctx),
  badgeRoutes(ctx),
  shownPageRoutes(ctx),
  speedRoutes(ctx),
  linkCardRoutes(ctx),
  stickerRoutes(ctx),
  uploadRoutes(ctx),
  partialUploadRoutes(ctx),
  bookmarkRoutes(ctx),
  postFollowRoutes(ctx),
  muteRoutes(ctx),
  readingMarkRoutes(ctx),
  editorTextRoutes(ctx),
  draftRoutes(ctx),
  scheduledPostRoutes(ctx),
  postFormRoutes(ctx),
  guestPostRoutes(ctx),
  postRoutes(ctx),
  voteRoutes(ctx),
  pollRoutes(ctx),
  postLinkRoutes(ctx),
  reportRoutes(ctx),
  unreadRoutes(ctx),
  liveRoutes(ctx),
  commentRoutes(ctx),
  changeCommentRoutes(ctx),
  guestCommentRoutes(ctx),
  answerRoutes(ctx),
  commentHistoryRoutes(ctx),
  commentVoteRoutes(ctx),
  commentPinRoutes(ctx),
  revisionRoutes(ctx),
  moderationRoutes(ctx),
  unmaskRoutes(ctx),
  boardRoutes(ctx),
]

/** Every door of the site, for `madang routes` and the snapshot that makes a changed door visible in review. */
export const routeTable = (ctx: AppContext): Door[] => routes(ctx).flatMap(({ doors }) => doors)
