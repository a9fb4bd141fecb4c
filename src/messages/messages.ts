import type { Catalogue } from '../lib/i18n/catalogue.ts'
import { adultsMessages } from './adults.ts'
import { boardsMessages } from './boards.ts'
import { bodyMessages } from './body.ts'
import { chartsMessages } from './charts.ts'
import { commentsMessages } from './comments.ts'
import { commentsLiveMessages } from './comments-live.ts'
import { consoleMessages } from './console.ts'
import { consoleFrontMessages } from './console-front.ts'
import { draftsMessages } from './drafts.ts'
import { editorMessages } from './editor.ts'
import { errorsMessages } from './errors.ts'
import { feedsMessages } from './feeds.ts'
import { frameMessages } from './frame.ts'
import { guestCommentsMessages } from './guest-comments.ts'
import { guestPostsMessages } from './guest-posts.ts'
import { homeMessages } from './home.ts'
import { membersMessages } from './members.ts'
import { moderationMessages } from './moderation.ts'
import { mutesMessages } from './mutes.ts'
import { pollsMessages } from './polls.ts'
import { postFollowsMessages } from './post-follows.ts'
import { postPageMessages } from './post-page.ts'
import { postsMessages } from './posts.ts'
import { revisionsMessages } from './revisions.ts'
import { scheduledPostsMessages } from './scheduled-posts.ts'
import { searchMessages } from './search.ts'
import { sessionsMessages } from './sessions.ts'
import { settingsMessages } from './settings.ts'
import { speedMessages } from './speed.ts'
import { statisticsMessages } from './statistics.ts'
import { stickersMessages } from './stickers.ts'
import { streamsMessages } from './streams.ts'
import { uploadsMessages } from './uploads.ts'
import { visitImportMessages } from './visit-imports.ts'
import { visitLedgerMessages } from './visit-ledger.ts'
import { visitOnlineMessages } from './visit-online.ts'
import { visitPrivacyMessages } from './visit-privacy.ts'
import { visitSettingsMessages } from './visit-settings.ts'
import { visitsMessages } from './visits.ts'

/** The one catalogue of everything a reader sees. */
export const messages = {
  ...frameMessages,
  ...feedsMessages,
  ...errorsMessages,
  ...sessionsMessages,
  ...membersMessages,
  ...consoleMessages,
  ...consoleFrontMessages,
  ...commentsMessages,
  ...commentsLiveMessages,
  ...draftsMessages,
  ...moderationMessages,
  ...mutesMessages,
  ...uploadsMessages,
  ...adultsMessages,
  ...boardsMessages,
  ...bodyMessages,
  ...editorMessages,
  ...guestCommentsMessages,
  ...guestPostsMessages,
  ...homeMessages,
  ...pollsMessages,
  ...postFollowsMessages,
  ...postPageMessages,
  ...postsMessages,
  ...revisionsMessages,
  ...scheduledPostsMessages,
  ...searchMessages,
  ...settingsMessages,
  ...chartsMessages,
  ...stickersMessages,
  ...streamsMessages,
  ...visitLedgerMessages,
  ...visitImportMessages,
  ...visitPrivacyMessages,
  ...visitOnlineMessages,
  ...visitSettingsMessages,
  ...speedMessages,
  ...statisticsMessages,
  ...visitsMessages,
} as const satisfies Catalogue

export type MessageKey = Extract<keyof typeof messages, string>
