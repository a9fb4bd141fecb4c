import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const boardsMessages = {
  'boards.slug.shape': {
    ko: '주소는 영문 소문자로 시작하고 소문자, 숫자, -, _ 로 20자까지 쓸 수 있습니다.',
    en: 'An address begins with a lower-case letter and holds up to 20 lower-case letters, digits, - and _.',
  },
  'boards.slug.reserved': {
    ko: '사이트가 쓰는 주소입니다. 다른 주소를 골라 주세요.',
    en: 'The site itself uses this address. Please choose another.',
  },
  'boards.slug.taken': {
    ko: '이미 있는 게시판의 주소이거나, 예전 주소로 남아 있습니다. 다른 주소를 골라 주세요.',
    en: 'Another board has this address, or had it and is still found there. Please choose another.',
  },
  'boards.gone': {
    ko: '게시판이 그사이 다른 게시판과 합쳐지거나 지워졌습니다. 목록에서 다시 찾아 주세요.',
    en: 'Meanwhile the board was merged into another or deleted. Please look for it in the list.',
  },
  'boards.groupGone': {
    ko: '모둠이 그사이 지워졌습니다. 다른 모둠을 골라 주세요.',
    en: 'Meanwhile the group was deleted. Please choose another.',
  },
  'boards.merging': {
    ko: '다른 게시판과 합치는 중이라 새 글을 받지 않습니다. 글은 그대로 읽을 수 있습니다.',
    en: 'This board is being merged into another and takes no new posts. Its posts can be read as before.',
  },
  'boards.name.required': { ko: '게시판 이름을 적어 주세요.', en: 'Please give the board a name.' },
  'boards.name.tooLong': { ko: '이름은 60자까지 쓸 수 있습니다.', en: 'A name may have up to 60 characters.' },
  'boards.description.tooLong': { ko: '설명은 200자까지 쓸 수 있습니다.', en: 'A description may have up to 200 characters.' },
  'boards.level': { ko: '등급은 1부터 10까지의 숫자입니다.', en: 'A level is a number from 1 to 10.' },
  'boards.text.tooLong': { ko: '글은 10,000자까지 쓸 수 있습니다.', en: 'A text may have up to 10,000 characters.' },
  'boards.choice': { ko: '목록에 있는 것을 골라 주세요.', en: 'Please choose one of those offered.' },
  'boards.number': { ko: '{min}부터 {max}까지의 숫자를 적어 주세요.', en: 'Please give a number from {min} to {max}.' },
  'boards.lengths': { ko: '가장 짧은 길이가 가장 긴 길이보다 깁니다.', en: 'The least length is longer than the greatest.' },
  'boards.sorts': { ko: '최신순은 언제나 있어야 합니다.', en: 'Newest first has to be among them.' },
  'boards.defaultSort': { ko: '위에서 고른 정렬 가운데 하나를 골라 주세요.', en: 'Please choose one of the orders that are ticked above.' },
  'boards.listColumns': { ko: '제목 칸은 꼭 있어야 합니다.', en: 'The title has to be one of the columns.' },
  'boards.uploadKinds': {
    ko: '한 가지는 골라 주세요. 아무것도 받지 않으려면 파일 수를 0으로 두세요.',
    en: 'Please tick at least one. To take no files at all, set their number to 0.',
  },
  'boards.field.name.required': { ko: '항목의 한국어 이름을 적어 주세요.', en: 'Please give the field a name in Korean.' },
  'boards.field.name.tooLong': { ko: '항목 이름은 30자까지 쓸 수 있습니다.', en: 'The name of a field may have up to 30 characters.' },
  'boards.field.choices.required': { ko: '고를 것을 한 줄에 하나씩 적어 주세요.', en: 'Please list what can be chosen, one a line.' },
  'boards.field.choices.tooLong': { ko: '고를 것 하나는 60자까지입니다.', en: 'Each choice may have up to 60 characters.' },
  'boards.field.choices.tooMany': { ko: '고를 것은 30개까지입니다.', en: 'There may be up to 30 choices.' },
  'boards.total': { ko: '글 {total}개', en: '{count, plural, one {# post} other {{total} posts}}' },
  'boards.pageOf': { ko: '{page} / {pages} 쪽', en: 'page {page} of {pages}' },
  'boards.pageTitle': { ko: '{board} {page}쪽', en: '{board}, page {page}' },
  'boards.write': { ko: '글쓰기', en: 'Write' },
  'boards.search': { ko: '이 게시판에서 찾기', en: 'Search this board' },
  'boards.searchButton': { ko: '검색', en: 'Search' },
  'boards.noSuchPage': { ko: '{page}쪽은 없습니다. 마지막은 {last}쪽입니다.', en: 'There is no page {page}. The last one is {last}.' },
  'boards.toLastPage': { ko: '마지막 쪽으로', en: 'To the last page' },
} as const satisfies Catalogue
