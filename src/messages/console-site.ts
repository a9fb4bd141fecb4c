import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleSiteMessages = {
  'console.site.tooLong': { ko: '너무 깁니다. 조금 줄여 주세요.', en: 'This is too long. Please shorten it.' },
  'console.site.part.name': { ko: '이름', en: 'Name' },
  'console.site.part.rules': { ko: '규칙', en: 'Rules' },
  'console.site.siteNameKo': { ko: '한국어 사이트 이름', en: 'Site name in Korean' },
  'console.site.siteNameKo.help': { ko: '모든 쪽의 맨 위와 브라우저 탭에 나옵니다.', en: 'On top of every page and on the browser’s tab.' },
  'console.site.siteNameKo.required': { ko: '사이트 이름을 적어 주세요.', en: 'Please give the site a name.' },
  'console.site.siteNameEn': { ko: '영어 사이트 이름', en: 'Site name in English' },
  'console.site.siteNameEn.help': { ko: '비우면 한국어 이름이 나옵니다.', en: 'Left empty, the Korean name is shown.' },
  'console.site.descriptionKo': { ko: '한국어 소개', en: 'Description in Korean' },
  'console.site.descriptionKo.help': {
    ko: '검색 엔진과 링크를 나눌 때 보이는 한 줄입니다.',
    en: 'The line that search engines and shared links show.',
  },
  'console.site.descriptionEn': { ko: '영어 소개', en: 'Description in English' },
  'console.site.descriptionEn.help': { ko: '비우면 한국어 소개가 나옵니다.', en: 'Left empty, the Korean one is shown.' },
  'console.site.zone': { ko: '시간대', en: 'Time zone' },
  'console.site.zone.help': {
    ko: '날짜가 이 시간대로 보이고, 방문자 수의 하루도 여기서 시작합니다. 바꾸면 오늘 하루의 길이가 달라집니다.',
    en: 'Dates are shown in it, and the visitors’ day begins in it. Changing it makes today longer or shorter.',
  },
  'console.site.zone.invalid': { ko: '목록에 있는 시간대를 골라 주세요.', en: 'Please choose one of the zones in the list.' },
  'console.site.memberMegabytes': { ko: '회원 한 사람의 파일 공간 (MB)', en: 'Room for a member’s files (MB)' },
  'console.site.memberMegabytes.help': {
    ko: '올린 파일을 모두 더한 크기입니다. 회원은 내 정보에서 봅니다. 0이면 따지지 않고, 관리자에게는 해당하지 않습니다.',
    en: 'The size of all their files together, which they see on their page. 0: no limit. Administrators have none.',
  },
  'console.site.signUpOpen': { ko: '누구나 가입할 수 있음', en: 'Anyone may sign up' },
  'console.site.signUpOpen.help': {
    ko: '끄면 가입 화면에 지금은 받지 않는다고 나옵니다.',
    en: 'When off, the sign-up page says that it is closed.',
  },
  'console.site.liveComments': { ko: '새 댓글 바로 알리기', en: 'Tell of new comments at once' },
  'console.site.liveComments.help': {
    ko: '글을 보고 있는 동안 새 댓글이 달리면 새로고침하지 않아도 알려 줍니다. 보는 사람마다 연결을 하나씩 열어 둡니다. 끄면 쪽을 다시 열 때 보입니다.',
    en: 'Who is reading a post learns of new comments without a reload. It keeps one connection open for each reader. When off, they show when the page is opened again.',
  },
  'console.on': { ko: '켜짐', en: 'on' },
  'console.empty': { ko: '비어 있음', en: 'empty' },

  'console.info.about': {
    ko: '모든 쪽 아래에 나옵니다. 비워 둔 항목은 나오지 않습니다. 물건이나 서비스를 판다면 법에서 정한 항목을 채워 주세요.',
    en: 'Shown at the foot of every page; what is empty is left out. Korean law wants some of these from sites that sell.',
  },
  'console.info.part.company': { ko: '운영자 정보', en: 'Who runs the site' },
  'console.info.part.law': { ko: '이용약관과 개인정보처리방침', en: 'Terms of use and privacy policy' },
  'console.info.part.law.about': {
    ko: 'Markdown으로 쓸 수 있습니다. 비워 두면 마당이 준비한 글이 나옵니다. 실제 운영에 맞는지 꼭 읽어 보세요.',
    en: 'Markdown works. Left empty, the text that comes with Madang is shown: read it and see whether it fits.',
  },
  'console.info.companyName.help': { ko: '사업자 등록증에 적힌 이름', en: 'As on the business registration' },
  'console.info.representative.help': { ko: '대표자의 이름', en: 'Name of the representative' },
  'console.info.address.help': { ko: '우편물을 받을 수 있는 주소', en: 'Where mail reaches you' },
  'console.info.businessNumber.help': { ko: '예: 123-45-67890', en: 'Such as 123-45-67890' },
  'console.info.mailOrderNumber.help': { ko: '통신판매를 할 때 신고한 번호', en: 'For sites that sell online' },
  'console.info.phone.help': { ko: '예: 02-123-4567', en: 'Such as 02-123-4567' },
  'console.info.fax.help': { ko: '없으면 비워 두세요.', en: 'Leave it empty if there is none.' },
  'console.info.contactEmail.help': { ko: '회원과 방문자가 물어볼 때 쓰는 주소', en: 'Where members and visitors ask' },
  'console.info.contactEmail.invalid': {
    ko: '이메일 주소처럼 보이지 않습니다. 예: help@example.com',
    en: 'This does not look like an e-mail address, such as help@example.com.',
  },
  'console.info.privacyOfficer.help': { ko: '개인정보를 맡은 사람의 이름', en: 'Who answers for personal data' },
  'console.info.termsKo': { ko: '이용약관 (한국어)', en: 'Terms of use (Korean)' },
  'console.info.termsEn': { ko: '이용약관 (영어)', en: 'Terms of use (English)' },
  'console.info.privacyKo': { ko: '개인정보처리방침 (한국어)', en: 'Privacy policy (Korean)' },
  'console.info.privacyEn': { ko: '개인정보처리방침 (영어)', en: 'Privacy policy (English)' },
  'console.info.law.help': {
    ko: '두 언어 가운데 하나만 쓰면 모두에게 그것이 나옵니다.',
    en: 'If only one language is filled in, everyone is shown that one.',
  },
} as const satisfies Catalogue
