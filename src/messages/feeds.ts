import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const feedsMessages = {
  'feeds.ofAll': { ko: '모든 게시판의 새 글', en: 'New posts of all boards' },
  'feeds.ofBoard': { ko: '{board} 새 글', en: 'New posts: {board}' },
} as const satisfies Catalogue
