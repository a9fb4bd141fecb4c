import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const visitOnlineMessages = {
  'online.title': { ko: '현재 접속자', en: 'Here now' },
  'online.about': { ko: '최근 5분 안에 페이지를 본 사람입니다.', en: 'Who read a page in the last five minutes.' },
  'online.about.withoutStaff': {
    ko: '최근 5분 안에 페이지를 본 사람입니다. 관리자는 넣지 않습니다.',
    en: 'Who read a page in the last five minutes, administrators left out.',
  },
  'online.all': { ko: '모두', en: 'All' },
  'online.members': { ko: '회원', en: 'Members' },
  'online.guests': { ko: '손님', en: 'Guests' },
  'online.named': { ko: '이름을 보이는 회원', en: 'Members who are named' },
  'online.unnamed': { ko: '회원 {count}명은 이름을 보이지 않습니다.', en: 'Members who are not named: {count}.' },
  'online.unnamed.more': { ko: '그 밖의 회원 {count}명은 이름을 보이지 않습니다.', en: 'Other members who are not named: {count}.' },
  'online.nobody': {
    ko: '아직 아무도 없습니다. 이 페이지를 연 사람은 곧 여기에 더해집니다.',
    en: 'Nobody yet. Whoever opens this page is added in a moment.',
  },
  'online.unknown': {
    ko: '지금은 알 수 없습니다. 잠시 뒤에 다시 열어 주세요.',
    en: 'Nobody knows at the moment. Please look again in a little while.',
  },
  'online.own.named': { ko: '내 이름이 여기에 보입니다.', en: 'You are named here.' },
  'online.own.unnamed': {
    ko: '내 이름은 여기에 보이지 않습니다. 사람 수에만 들어갑니다.',
    en: 'You are not named here, only counted.',
  },
  'online.own.change': { ko: '바꾸기', en: 'Change' },
  'online.choice.title': { ko: '현재 접속자에 이름 보이기', en: 'Being named among who is here now' },
  'online.choice.on': {
    ko: '페이지를 보는 동안과 그 뒤 5분까지 현재 접속자에 닉네임이 보입니다. 어느 페이지를 보는지는 보이지 않습니다.',
    en: 'While you read, and for five minutes after, your nickname stands among who is here now. Which page you read is never shown.',
  },
  'online.choice.off': {
    ko: '지금은 사람 수에만 들어가고 닉네임은 보이지 않습니다. 이름을 보여도 어느 페이지를 보는지는 보이지 않습니다.',
    en: 'You are counted, but your nickname is not shown. If you show it, which page you read is still never told.',
  },
  'online.choice.show': { ko: '이름 보이기', en: 'Show my name' },
  'online.choice.hide': { ko: '이름 숨기기', en: 'Hide my name' },
  'online.choice.shown': { ko: '이제 현재 접속자에 닉네임이 보입니다.', en: 'Your nickname is shown among who is here now.' },
  'online.choice.hidden': {
    ko: '이제 현재 접속자에 닉네임이 보이지 않습니다.',
    en: 'Your nickname is no longer shown among who is here now.',
  },
} as const satisfies Catalogue
