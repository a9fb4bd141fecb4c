import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const guestCommentsMessages = {
  'guestComments.write': { ko: '비회원으로 댓글 쓰기', en: 'Comment as a guest' },
  'guestComments.created': { ko: '댓글을 등록했습니다.', en: 'Your comment is there.' },
  'guestComments.waits': {
    ko: '댓글을 받았습니다. 운영진이 확인한 뒤에 보입니다.',
    en: 'We have your comment. It shows when a moderator has seen it.',
  },
  'guestComments.tooFast': {
    ko: '짧은 시간에 댓글이 많이 올라왔습니다. 몇 분 뒤에 다시 등록해 주세요. 쓰신 내용은 그대로 있습니다.',
    en: 'Many comments came within a short time. Please post again in a few minutes; your text is kept here.',
  },
  'comments.waiting': { ko: '운영진의 확인을 기다리는 댓글입니다.', en: 'This comment waits for a moderator.' },
  'comments.waitingNotice': {
    ko: '자동 등록을 막는 확인을 거치지 못한 비회원 댓글입니다. 운영진에게만 보입니다.',
    en: 'A guest’s comment that the check against spam programs could not pass. Only moderators see it.',
  },
  'comments.approve': { ko: '승인', en: 'Approve' },
} as const satisfies Catalogue
