import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const homeMessages = {
  'home.notice': { ko: '공지', en: 'Notice' },
  'home.more': { ko: '더보기', en: 'More' },
  'home.moreOf': { ko: '{board} 더보기', en: 'More of {board}' },
  'home.empty': { ko: '아직 글이 없습니다.', en: 'Nothing here yet.' },
  'home.writeFirst': { ko: '첫 글 쓰기', en: 'Write the first post' },
  'home.noBoards': { ko: '아직 볼 수 있는 게시판이 없습니다.', en: 'There is no board for you to read yet.' },
  'home.logIn': { ko: '로그인', en: 'Log in' },
} as const satisfies Catalogue
