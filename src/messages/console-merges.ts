import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleMergeMessages = {
  'console.merge.going': {
    ko: '글을 ‘{into}’[으로/로] 옮기는 중입니다. 끝나면 이 게시판은 없어지고, 예전 주소는 그리로 이어집니다.',
    en: 'Its posts are moving to “{into}”. Then this board goes, and its addresses lead there.',
  },
} as const satisfies Catalogue
