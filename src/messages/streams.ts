import type { Catalogue } from '../lib/i18n/catalogue.ts'

/** Lists over all boards: new, popular, tagged. */
export const streamsMessages = {
  'posts.tags.tooMany': { ko: '태그는 10개까지 붙일 수 있습니다.', en: 'A post carries ten tags at most.' },
  'posts.tags.tooLong': { ko: '태그 하나는 30자까지입니다.', en: 'A tag has 30 characters at most.' },
} as const satisfies Catalogue
