import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleCategoryMessages = {
  'console.categories.edit': { ko: '분류 고치기', en: 'Edit the categories' },
  'console.categories.of': { ko: '{board}의 분류', en: 'Categories of {board}' },
  'console.categories.back': { ko: '게시판 설정으로', en: 'To the settings of the board' },
  'console.categories.about': {
    ko: '글을 종류별로 나누는 말머리입니다. 목록 위에 이 차례로 나오고, 글 제목 앞에 붙습니다.',
    en: 'Kinds of posts. They stand above the list in this order, and in front of titles.',
  },
  'console.categories.none': {
    ko: '아직 분류가 없습니다. 아래에서 만들 수 있습니다.',
    en: 'There are no categories yet. The first is made below.',
  },
  'console.categories.writeLevel': { ko: '쓸 수 있는 등급', en: 'Level to write' },
  'console.category.new': { ko: '새 분류', en: 'New category' },
  'console.category.create': { ko: '분류 만들기', en: 'Make the category' },
  'console.category.nameKo.help': { ko: '예: 질문. 30자까지.', en: 'For those who read the site in Korean. Up to 30 characters.' },
  'console.category.name.required': { ko: '분류 이름을 적어 주세요.', en: 'Please give the category a name.' },
  'console.category.name.tooLong': {
    ko: '분류 이름은 30자까지 쓸 수 있습니다.',
    en: 'The name of a category may have up to 30 characters.',
  },
  'console.category.taken': { ko: '이 게시판에 같은 이름의 분류가 있습니다.', en: 'The board has another category of this name.' },
  'console.category.color': { ko: '색', en: 'Colour' },
  'console.category.color.help': {
    ko: '글자와 바탕의 색. 어느 화면에서나 읽히도록 골라 두었습니다.',
    en: 'Of letters and ground; each can be read in light and dark.',
  },
  'console.category.color.grey': { ko: '회색', en: 'Grey' },
  'console.category.color.red': { ko: '빨강', en: 'Red' },
  'console.category.color.orange': { ko: '주황', en: 'Orange' },
  'console.category.color.green': { ko: '초록', en: 'Green' },
  'console.category.color.blue': { ko: '파랑', en: 'Blue' },
  'console.category.color.purple': { ko: '보라', en: 'Purple' },
  'console.category.writeLevel': { ko: '이 분류로 쓸 수 있는 등급', en: 'Level to write in it' },
  'console.category.writeLevel.help': {
    ko: '‘공지’처럼 정해진 사람만 쓰는 분류에 알맞습니다.',
    en: 'For categories such as “News” that only some may use.',
  },
  'console.category.delete': { ko: '분류 지우기', en: 'Delete the category' },
  'console.category.deleteName': { ko: '{name} 분류를 지울까요?', en: 'Delete the category {name}?' },
  'console.category.delete.posts': {
    ko: '이 분류의 글 {total}개는 분류 없는 글로 남습니다.',
    en: '{count, plural, one {Its one post stays, without a category.} other {Its {total} posts stay, without a category.}}',
  },
  'console.category.delete.links': {
    ko: '이 분류만 모아 보던 주소는 더 열리지 않습니다.',
    en: 'Addresses of its own list no longer open.',
  },
  'console.category.deleted': { ko: '{name} 분류를 지웠습니다.', en: 'The category {name} was deleted.' },
} as const satisfies Catalogue
