import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleBoardCommentsMessages = {
  'console.board.part.comments': { ko: '댓글', en: 'Comments' },
  'console.board.commentSort': { ko: '댓글 차례', en: 'Order of comments' },
  'console.board.commentSort.help': {
    ko: '읽는 사람이 따로 고르지 않았을 때의 차례입니다. 답글은 언제나 그 댓글 아래에 모입니다.',
    en: 'For readers who chose none themselves. Replies always stand below what they answer.',
  },
  'console.board.commentSort.oldest': { ko: '등록순', en: 'Oldest first' },
  'console.board.commentSort.newest': { ko: '최신순', en: 'Newest first' },
  'console.board.commentSort.best': { ko: '추천순', en: 'Most votes first' },
  'console.board.bestComments': { ko: '위에 모으는 베스트 댓글', en: 'Best comments on top' },
  'console.board.bestComments.help': {
    ko: '추천을 많이 받은 댓글을 몇 개까지 맨 위에 한 번 더 보입니다. 0이면 모으지 않습니다. 추천이 없는 게시판에는 나오지 않습니다.',
    en: 'So many comments with most votes stand once more above the others; 0: none. Not on boards without votes.',
  },
  'console.board.bestVotes': { ko: '베스트 댓글이 되는 추천 수', en: 'Votes that make a comment one of the best' },
  'console.board.bestVotes.help': { ko: '이보다 적으면 모으지 않습니다.', en: 'With fewer it stays among the others.' },
} as const satisfies Catalogue
