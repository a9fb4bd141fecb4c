import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const searchMessages = {
  'search.title': { ko: '전체검색', en: 'Search' },
  'search.titleOf': { ko: '“{query}” 검색 결과', en: 'Results for “{query}”' },
  'search.label': { ko: '찾을 말', en: 'What to find' },
  'search.hint': { ko: '여러 낱말을 띄어 쓰면 모두 들어 있는 글을 찾습니다.', en: 'Several words find posts that hold all of them.' },
  'search.where': { ko: '게시판', en: 'Board' },
  'search.allBoards': { ko: '모든 게시판', en: 'All boards' },
  'search.field': { ko: '찾을 곳', en: 'Look in' },
  'search.field.all': { ko: '제목+내용', en: 'Title and text' },
  'search.field.title': { ko: '제목', en: 'Title' },
  'search.field.body': { ko: '내용', en: 'Text' },
  'search.field.author': { ko: '글쓴이', en: 'Author' },
  'search.go': { ko: '찾기', en: 'Search' },
  'search.summary': {
    ko: '최근 글 {window, number}개에서 찾았습니다. 결과 {count, number}개',
    en: 'Looked through the latest {window, number} posts: {count, plural, =0 {nothing found} one {# result} other {# results}}',
  },
  'search.none': { ko: '“{query}”에 맞는 글이 없습니다.', en: 'No post holds “{query}”.' },
  'search.advice.shorter': { ko: '더 짧은 말이나 비슷한 말로 찾아 보세요.', en: 'Try a shorter word, or one that means the same.' },
  'search.advice.fewer': { ko: '낱말을 하나씩 줄여 보세요.', en: 'Leave out one word at a time.' },
  'search.advice.wider': { ko: '게시판을 골랐다면 모든 게시판에서 찾아 보세요.', en: 'If you chose a board, search all of them.' },
  'search.formerMember': { ko: '탈퇴한 회원', en: 'Former member' },
  'search.comments': { ko: '댓글 {count, number}개', en: '{count, plural, one {# comment} other {# comments}}' },
} as const satisfies Catalogue
