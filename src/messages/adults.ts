import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const adultsMessages = {
  'adults.mark': { ko: '성인 게시판', en: 'adults only' },
  'adults.title': { ko: '{board}: 성인 게시판', en: '{board}: adults only' },
  'adults.message': {
    ko: '만 19세 미만의 청소년은 볼 수 없는 게시판입니다.',
    en: 'This board is not for people under 19.',
  },
  'adults.guest.staff': {
    ko: '성인으로 확인된 회원만 볼 수 있습니다. 확인을 받은 회원이라면 로그인해 주세요.',
    en: 'It is for members who were confirmed as adults. If you were, please log in.',
  },
  'adults.guest.declared': {
    ko: '로그인한 뒤 만 19세 이상임을 밝히면 볼 수 있습니다.',
    en: 'Log in and declare that you are 19 or older to read it.',
  },
  'adults.member.staff': {
    ko: '아직 성인으로 확인되지 않았습니다. 운영자에게 성인 확인을 요청해 주세요. 확인이 끝나면 바로 볼 수 있습니다.',
    en: 'You are not confirmed as an adult yet. Please ask the staff to confirm you: the board opens as soon as they have.',
  },
  'adults.member.declared': {
    ko: '만 19세 이상이라면 아래 단추를 눌러 밝혀 주세요. 한 번만 하면 됩니다. 사실과 다르면 이용이 제한될 수 있습니다.',
    en: 'If you are 19 or older, declare it below; once is enough. A false declaration may cost you your membership.',
  },
  'adults.logIn': { ko: '로그인', en: 'Log in' },
  'adults.declare': { ko: '저는 만 19세 이상입니다', en: 'I am 19 or older' },
  'adults.declared': { ko: '만 19세 이상임을 밝혔습니다.', en: 'You declared that you are 19 or older.' },
  'adults.refused': {
    ko: '운영자가 성인 확인을 거두었습니다. 운영자에게 문의해 주세요.',
    en: 'The staff took your confirmation as an adult back. Please write to them.',
  },

  'console.board.adultsOnly': { ko: '성인 게시판 (19)', en: 'Adults only (19)' },
  'console.board.adultsOnly.help': {
    ko: '성인으로 확인된 회원과 운영자만 읽습니다. 다른 사람에게는 안내 화면만 나오고, 목록과 검색 어디에도 글이 보이지 않습니다. 확인하는 방법은 사이트 설정에서 고릅니다.',
    en: 'Read by members who count as adults, and by moderators. Others get a page that says so, and meet its posts in no list and no search. How adults are confirmed is a setting of the site.',
  },
  'console.merge.warning.adults': {
    ko: '‘{into}’[은/는] 성인 게시판이 아닙니다. 합치면 성인으로 확인되지 않은 사람도 이 글들을 보게 됩니다.',
    en: '“{into}” isn’t for adults only: once merged, these posts are seen by people who weren’t confirmed as adults.',
  },
  'console.site.adultProof': { ko: '성인 확인 방법', en: 'Who counts as an adult' },
  'console.site.adultProof.help': {
    ko: '성인 게시판을 볼 수 있는 회원을 정합니다. 한국의 법은 실제 나이 확인을 요구하므로, 운영자가 확인하고 회원마다 표시하는 것이 기본입니다. 본인이 밝히는 것으로 충분한 나라에서만 바꾸세요.',
    en: 'Who may read boards for adults. Korean law wants ages really verified: by default an administrator does so and marks each member. Change it only where a declaration is enough.',
  },
  'console.site.adultProof.staff': { ko: '운영자가 확인한 회원', en: 'Members whom the staff confirmed' },
  'console.site.adultProof.declared': { ko: '스스로 만 19세 이상이라고 밝힌 회원도', en: 'Also members who declare to be 19 or older' },
  'console.member.adult': { ko: '성인 확인', en: 'Adult' },
  'console.member.adult.staff': { ko: '{date} 운영자가 확인함', en: 'confirmed by the staff, {date}' },
  'console.member.adult.declared': { ko: '{date} 본인이 밝힘', en: 'own declaration, {date}' },
  'console.member.adult.none': { ko: '확인되지 않음', en: 'not confirmed' },
  'console.member.confirm-adult': { ko: '성인으로 확인', en: 'Confirm as an adult' },
  'console.member.confirm-adult.help': {
    ko: '이 회원이 성인 게시판을 볼 수 있게 됩니다. 실제로 나이를 확인한 뒤에 표시하고, 어떻게 확인했는지 사유에 적어 주세요. 주민등록번호는 적지 마세요.',
    en: 'They may read boards for adults. Do it once their age was really verified, and say below how; no identity numbers, please.',
  },
  'console.member.withdraw-adult': { ko: '성인 확인 거두기', en: 'Take the confirmation back' },
  'console.member.withdraw-adult.help': {
    ko: '성인 게시판을 더는 볼 수 없게 됩니다. 본인이 다시 밝힐 수도 없고, 운영자가 확인해야 합니다.',
    en: 'They may no longer read boards for adults, and can’t declare themselves again: only the staff can confirm them.',
  },
} as const satisfies Catalogue
