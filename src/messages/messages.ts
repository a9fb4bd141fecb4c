import type { Catalogue } from '../lib/i18n/catalogue.ts'
import { errorsMessages } from './errors.ts'
import { frameMessages } from './frame.ts'

/** The one catalogue of everything a reader sees. */
export const messages = {
  ...frameMessages,
  ...errorsMessages,
} as const satisfies Catalogue

export type MessageKey = Extract<keyof typeof messages, string>
