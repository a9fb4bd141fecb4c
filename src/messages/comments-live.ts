import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const commentsLiveMessages = {
  'comments.live.new': { ko: '새 댓글 {count}개 보기', en: 'Show new comments ({count})' },
  'comments.live.elsewhere': { ko: '다른 쪽에 새 댓글 {count}개', en: 'New comments on another page ({count})' },
  'comments.live.changed': { ko: '바뀜 – 보기', en: 'Changed – show' },
  'comments.live.go': { ko: '새 댓글로 가기', en: 'Go to the new comments' },
} as const satisfies Catalogue
