import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleBoardMessages = {
  'console.boards.new': { ko: '새 게시판', en: 'New board' },
  'console.boards.create': { ko: '게시판 만들기', en: 'Make the board' },
  'console.boards.none': { ko: '아직 게시판이 없습니다. 첫 게시판을 만들어 보세요.', en: 'There is no board yet. Make the first one.' },
  'console.boards.about': { ko: '메뉴와 첫 화면에 이 순서로 나옵니다.', en: 'Menu and front page show them in this order.' },
  'console.boards.name': { ko: '이름', en: 'Name' },
  'console.boards.address': { ko: '주소', en: 'Address' },
  'console.boards.levels': { ko: '목록 / 읽기 / 쓰기 / 댓글', en: 'List / read / write / comment' },
  'console.boards.posts': { ko: '글', en: 'Posts' },
  'console.boards.order': { ko: '순서', en: 'Order' },
  'console.boards.up': { ko: '{name} 위로', en: 'Move {name} up' },
  'console.boards.down': { ko: '{name} 아래로', en: 'Move {name} down' },
  'console.boards.created': { ko: '{name}[을/를] 만들었습니다.', en: '{name} was made.' },

  'console.categories.edit': { ko: '분류 고치기', en: 'Edit the categories' },
  'console.group.new': { ko: '새 모둠', en: 'New group' },
  'console.group.about': {
    ko: '게시판을 나누어 묶는 이름입니다. 만든 다음 게시판의 설정에서 고를 수 있습니다.',
    en: 'A name under which boards stand together. Once made, it can be chosen in a board’s settings.',
  },
  'console.group.create': { ko: '모둠 만들기', en: 'Make the group' },
  'console.group.slug': { ko: '식별자', en: 'Handle' },
  'console.group.slug.help': {
    ko: '예: hobby. 영문 소문자로 시작하고 소문자, 숫자, -, _ 로 20자까지입니다.',
    en: 'Such as “hobby”: up to 20 lower-case letters, digits, - and _.',
  },
  'console.group.nameKo.help': { ko: '예: 취미', en: 'For those who read the site in Korean.' },
  'console.group.name.required': { ko: '모둠 이름을 적어 주세요.', en: 'Please give the group a name.' },
  'console.group.taken': { ko: '이미 있는 식별자입니다.', en: 'Another group has this handle.' },
  'console.board.moderators': { ko: '게시판 운영자', en: 'Moderators' },
  'console.board.moderators.about': {
    ko: '이 게시판의 글과 댓글을 숨기고, 잠그고, 공지로 올릴 수 있습니다. 관리자는 따로 넣지 않아도 됩니다.',
    en: 'They hide, lock and pin what is on this board. Administrators can do so without standing here.',
  },
  'console.board.moderators.none': { ko: '아직 없습니다.', en: 'None yet.' },
  'console.board.moderators.nickname': { ko: '회원 별명', en: 'A member’s nickname' },
  'console.board.moderators.nickname.help': { ko: '정확한 별명을 적어 주세요.', en: 'The nickname in full.' },
  'console.board.moderators.add': { ko: '운영자로 넣기', en: 'Add as moderator' },
  'console.board.moderators.remove': { ko: '{name} 빼기', en: 'Remove {name}' },
  'console.board.moderators.unknown': {
    ko: '그런 별명으로 활동하는 회원이 없습니다. 띄어쓰기와 글자를 확인해 주세요.',
    en: 'No active member has this nickname. Please check its spelling.',
  },
  'console.board.moderators.added': {
    ko: '{name}[이/가] 이 게시판의 운영자가 되었습니다.',
    en: '{name} is now a moderator of this board.',
  },
  'console.board.moderators.removed': { ko: '운영자에서 뺐습니다.', en: 'No longer a moderator of this board.' },
} as const satisfies Catalogue
