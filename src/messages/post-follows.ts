import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const postFollowsMessages = {
  'follows.follow': { ko: '구독', en: 'Follow' },
  'follows.title': { ko: '구독한 글', en: 'Followed posts' },
  'follows.about': {
    ko: '새 댓글을 지켜보는 글입니다. 나만 볼 수 있습니다.',
    en: 'Posts whose new comments you keep an eye on. Only you see this list.',
  },
  'follows.empty': {
    ko: '구독한 글이 없습니다. 글 아래의 구독 단추를 누르면 여기에 모입니다.',
    en: 'Nothing here yet. The follow button below a post puts it on this page.',
  },
  'follows.new': { ko: '새 댓글', en: 'new comments' },
  'follows.followedAt': { ko: '구독', en: 'followed' },
  'follows.unfollow': { ko: '구독 취소', en: 'Unfollow' },
  'follows.newest': { ko: '처음으로', en: 'Newest' },
  'follows.older': { ko: '이전 글', en: 'Older' },
  'follows.flash.added': {
    ko: '구독했습니다. 새 댓글은 내 정보의 구독한 글에서 볼 수 있습니다.',
    en: 'Followed. You find its new comments among your followed posts.',
  },
  'follows.flash.removed': { ko: '구독을 취소했습니다.', en: 'No longer followed.' },
} as const satisfies Catalogue
