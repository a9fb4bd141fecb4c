import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const homeMessages = {
  'home.notice': { ko: '공지', en: 'Notice' },
  'home.more': { ko: '더보기', en: 'More' },
  'home.moreOf': { ko: '{board} 더보기', en: 'More of {board}' },
  'home.empty': { ko: '아직 글이 없습니다.', en: 'Nothing here yet.' },
  'home.writeFirst': { ko: '첫 글 쓰기', en: 'Write the first post' },
  'home.noBoards': { ko: '아직 볼 수 있는 게시판이 없습니다.', en: 'There is no board for you to read yet.' },
  'home.logIn': { ko: '로그인', en: 'Log in' },
  'home.group.about': { ko: '{name}: {boards}', en: '{name}: {boards}' },
  'home.kind.latest': { ko: '최근 글', en: 'Latest posts' },
  'home.kind.gallery': { ko: '사진', en: 'Pictures' },
  'home.kind.popular-day': { ko: '오늘 인기글', en: 'Popular today' },
  'home.kind.popular-week': { ko: '이번 주 인기글', en: 'Popular this week' },
  'home.kind.popular-month': { ko: '이번 달 인기글', en: 'Popular this month' },
  'home.kind.notices': { ko: '공지', en: 'Notices' },
  'home.kind.comments': { ko: '새 댓글', en: 'New comments' },
  'home.kind.categories': { ko: '말머리', en: 'Categories' },
  'home.kind.counter': { ko: '접속자집계', en: 'Visitors' },
  'home.kind.text': { ko: '안내', en: 'About' },
  'home.kind.links': { ko: '바로가기', en: 'Links' },
} as const satisfies Catalogue
