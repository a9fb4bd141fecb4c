import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleMergeMessages = {
  'console.merge.going': {
    ko: '글을 ‘{into}’[으로/로] 옮기는 중입니다. 끝나면 이 게시판은 없어지고, 예전 주소는 그리로 이어집니다.',
    en: 'Its posts are moving to “{into}”. Then this board goes, and its addresses lead there.',
  },
  'console.merge.heading': { ko: '{board}[을/를] 다른 게시판에 합치기', en: 'Merge {board} into another board' },
  'console.merge.about': {
    ko: '이 게시판의 글을 모두 고른 게시판으로 옮기고, 이 게시판은 없앱니다. 다음 화면에서 한 번 더 묻습니다.',
    en: 'All posts of this board move to the one that you choose, and this board goes. You are asked once more on the next page.',
  },
  'console.merge.part': { ko: '어디에 합칠까요', en: 'Where to' },
  'console.merge.into': { ko: '합칠 게시판', en: 'The board to merge into' },
  'console.merge.into.help': { ko: '글은 그 게시판의 등급과 설정을 따르게 됩니다.', en: 'The posts come under its levels and settings.' },
  'console.merge.into.invalid': { ko: '합칠 게시판을 골라 주세요.', en: 'Please choose a board to merge into.' },
  'console.merge.next': { ko: '다음', en: 'Next' },
  'console.merge.alone': { ko: '다른 게시판이 없어 합칠 곳이 없습니다.', en: 'There is no other board to merge into.' },
  'console.merge.confirm': { ko: '‘{from}’[을/를] ‘{into}’에 합칠까요?', en: 'Merge “{from}” into “{into}”?' },
  'console.merge.fact.posts': {
    ko: '글 {total}개가 모두 옮겨집니다. 댓글, 추천, 파일, 조치 기록도 따라갑니다.',
    en: '{count, plural, one {Its one post moves} other {All {total} posts move}}, with comments, votes, files and the moderation log.',
  },
  'console.merge.fact.numbers': {
    ko: '글 번호는 ‘{into}’의 마지막 번호 다음부터 차례로 새로 매겨집니다.',
    en: 'They get new numbers after the last of “{into}”, in their order.',
  },
  'console.merge.fact.addresses': {
    ko: '예전 주소(/{slug}, /{slug}/123)는 앞으로도 새 자리로 이어집니다. 다른 게시판이 /{slug}[을/를] 쓸 수 없습니다.',
    en: 'Old addresses (/{slug}, /{slug}/123) lead to the new place for ever. No other board can have /{slug}.',
  },
  'console.merge.fact.categories': {
    ko: '분류는 이름이 같은 것끼리 합쳐지고, 없는 것은 새로 생깁니다.',
    en: 'Categories of one name become one; those that are missing are made.',
  },
  'console.merge.fact.gone': {
    ko: '이 게시판의 이름, 글귀, 설정, 운영자 명단은 없어집니다. 되돌릴 수 없습니다.',
    en: 'Its name, texts, settings and moderators are gone. This can’t be undone.',
  },
  'console.merge.warning': {
    ko: '옮긴 글은 등급 {list}부터 목록에서, {read}부터 본문을 볼 수 있게 됩니다. 지금은 {listNow}, {readNow}부터입니다. 지금 못 보는 사람이 보게 될 수 있습니다.',
    en: 'The posts will be listed from level {list} and read from level {read}; now it is {listNow} and {readNow}. Some may see what they can’t see now.',
  },
  'console.merge.warning.group': {
    ko: '이 게시판은 명단에 든 회원만 보는 모둠에 있습니다. 합치면 ‘{into}’[을/를] 볼 수 있는 사람이 모두 보게 됩니다.',
    en: 'This board is in a group for listed members. Whoever sees “{into}” will see its posts.',
  },
  'console.merge.button': { ko: '합치기', en: 'Merge' },
  'console.merge.done': { ko: '‘{from}’[을/를] ‘{into}’에 합쳤습니다.', en: '“{from}” was merged into “{into}”.' },
  'console.merge.begun': {
    ko: '‘{from}’의 글을 ‘{into}’[으로/로] 옮기기 시작했습니다. 글이 많아 조금 걸립니다.',
    en: 'The posts of “{from}” are on their way to “{into}”. There are many, so it takes a while.',
  },
  'console.merge.busy': {
    ko: '둘 가운데 하나가 이미 다른 합치기에 들어 있습니다. 끝난 다음에 다시 해 주세요.',
    en: 'One of the two is already part of another merge. Please try again when that is done.',
  },
  'console.delete.heading': { ko: '{board}[을/를] 지울까요?', en: 'Delete {board}?' },
  'console.delete.impossible': { ko: '{board}[은/는] 지울 수 없습니다', en: '{board} can’t be deleted' },
  'console.delete.fact.empty': {
    ko: '글이 하나도 없는 게시판입니다. 설정, 분류, 운영자 명단이 함께 없어집니다. 되돌릴 수 없습니다.',
    en: 'The board has no posts. Its settings, categories and moderators go with it. This can’t be undone.',
  },
  'console.delete.fact.address': { ko: '주소 /{slug}[은/는] 다시 쓸 수 있게 됩니다.', en: 'The address /{slug} can be used again.' },
  'console.delete.hasPosts': {
    ko: '글이 있는 게시판은 지울 수 없습니다. 지워진 글과 숨긴 글도 남아 있습니다. 글을 남기려면 다른 게시판에 합쳐 주세요.',
    en: 'A board with posts can’t be deleted; posts that were removed or hidden count, too. Merge it into another board instead.',
  },
  'console.delete.done': { ko: '{board}[을/를] 지웠습니다.', en: '{board} was deleted.' },
  'console.copy.heading': { ko: '{board}에 다른 게시판의 설정 가져오기', en: 'Take over settings for {board}' },
  'console.copy.about': {
    ko: '고른 게시판의 설정을 이 게시판에 덮어씁니다. 이 게시판의 이름, 설명, 주소, 모둠, 운영자는 그대로입니다.',
    en: 'The settings of the board that you choose replace those of this one. Its name, description, address, group and moderators stay.',
  },
  'console.copy.part': { ko: '무엇을 가져올까요', en: 'What to take over' },
  'console.copy.from': { ko: '어느 게시판에서', en: 'From which board' },
  'console.copy.from.help': { ko: '그 게시판은 바뀌지 않습니다.', en: 'That board stays as it is.' },
  'console.copy.from.invalid': { ko: '게시판을 골라 주세요.', en: 'Please choose a board.' },
  'console.copy.texts': { ko: '글귀도 가져오기', en: 'Its texts, too' },
  'console.copy.texts.help': {
    ko: '목록 위와 아래의 글, 처음부터 적혀 있는 글.',
    en: 'Those above and below the list, and the text to begin with.',
  },
  'console.copy.categories': { ko: '분류도 가져오기', en: 'Its categories, too' },
  'console.copy.categories.help': {
    ko: '없는 분류만 더해집니다. 있던 분류와 글은 그대로입니다.',
    en: 'Missing ones are added; what is there stays.',
  },
  'console.copy.button': { ko: '가져오기', en: 'Take over' },
  'console.copy.done': { ko: '‘{from}’의 설정을 가져왔습니다.', en: 'The settings of “{from}” were taken over.' },
} as const satisfies Catalogue
