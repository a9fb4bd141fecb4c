import type { Catalogue } from '../lib/i18n/catalogue.ts'
import { commentsMessages } from './comments.ts'
import { errorsMessages } from './errors.ts'
import { frameMessages } from './frame.ts'
import { moderationMessages } from './moderation.ts'
import { uploadsMessages } from './uploads.ts'

/** The one catalogue of everything a reader sees. */
export const messages = {
  ...frameMessages,
  ...errorsMessages,
  ...commentsMessages,
  ...moderationMessages,
  ...uploadsMessages,
} as const satisfies Catalogue

export type MessageKey = Extract<keyof typeof messages, string>
