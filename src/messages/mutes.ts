import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const mutesMessages = {
  'mutes.title': { ko: '차단한 회원', en: 'Muted members' },
  'mutes.mute': { ko: '차단', en: 'Mute' },
  'mutes.unmute': { ko: '차단 해제', en: 'Unmute' },
  'mutes.ask': { ko: '{name}님을 차단할까요?', en: 'Mute {name}?' },
  'mutes.about': {
    ko: '차단한 회원의 댓글은 한 줄로 접혀 보이고, 누르면 펼쳐집니다. 목록에서는 그 회원의 글이 흐리게 보입니다. 상대에게는 알리지 않습니다.',
    en: 'Their comments are folded to one line that opens when you press it, and their posts are dimmed in lists. They are not told.',
  },
  'mutes.askUnmute': { ko: '{name}님의 차단을 풀까요?', en: 'Unmute {name}?' },
  'mutes.cancel': { ko: '취소', en: 'Cancel' },
  'mutes.empty': {
    ko: '차단한 회원이 없습니다. 회원 페이지나 댓글에서 차단할 수 있습니다.',
    en: 'You have muted nobody. You can do so on a member’s page or at their comment.',
  },
  'mutes.since': { ko: '차단한 날', en: 'Muted' },
  'mutes.post': { ko: '차단한 회원의 글', en: 'by a member whom you muted' },
  'mutes.notOneself': { ko: '자기 자신은 차단할 수 없습니다.', en: 'You can’t mute yourself.' },
  'mutes.tooMany': {
    ko: '500명까지 차단할 수 있습니다. 먼저 몇 명의 차단을 풀어 주세요.',
    en: 'You can mute up to 500 members. Unmute some of them first.',
  },
  'mutes.flash.muted': { ko: '차단했습니다.', en: 'Muted.' },
  'mutes.flash.unmuted': { ko: '차단을 풀었습니다.', en: 'Unmuted.' },
} as const satisfies Catalogue
