import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const feedsMessages = {
  'feeds.ofBoard': { ko: '{board} 새 글', en: 'New posts: {board}' },
} as const satisfies Catalogue
