import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleMessages = {
  'console.menu': { ko: '관리 메뉴', en: 'Console menu' },
  'console.backToSite': { ko: '사이트로', en: 'To the site' },
  'console.overview': { ko: '한눈에', en: 'Overview' },
  'console.boards': { ko: '게시판', en: 'Boards' },
  'console.members': { ko: '회원', en: 'Members' },
  'console.moderation': { ko: '조치 기록', en: 'Moderation log' },
  'console.visitors': { ko: '접속 통계', en: 'Visitors' },
  'console.settings': { ko: '사이트 설정', en: 'Site settings' },
  'console.siteInformation': { ko: '사이트 정보', en: 'Site information' },
} as const satisfies Catalogue
