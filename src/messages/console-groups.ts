import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleGroupMessages = {
  'console.group.about': {
    ko: '게시판을 나누어 묶습니다. 만든 다음 게시판의 설정에서 고를 수 있습니다.',
    en: 'Boards stand together under its name. Once made, it can be chosen in a board’s settings.',
  },
  'console.group.part.who': { ko: '누가 들어오나', en: 'Who may enter' },
  'console.group.level': { ko: '들어올 수 있는 등급', en: 'Level to enter' },
  'console.group.level.help': {
    ko: '낮은 등급에게는 이 모둠의 게시판이 모두 없는 것과 같습니다. 게시판의 등급은 그다음에 따집니다.',
    en: 'For lower levels none of its boards exists. The levels of each board come after that.',
  },
  'console.group.fact.level': { ko: '등급 {level}부터', en: 'from level {level}' },
  'console.group.membersOnly': { ko: '명단', en: 'List of members' },
  'console.group.membersOnly.help': {
    ko: '명단에 든 회원만 들어오게 하면 다른 회원에게는 게시판도, 글도, 검색 결과도 보이지 않습니다. 관리자는 언제나 들어옵니다.',
    en: 'With a list, nobody else sees its boards, posts, or hits in a search. Administrators always may.',
  },
  'console.group.membersOnly.no': { ko: '누구나', en: 'Everyone' },
  'console.group.membersOnly.yes': { ko: '명단에 든 회원만', en: 'Only who is listed' },
  'console.group.members': { ko: '명단', en: 'List of members' },
  'console.group.members.about': {
    ko: '‘명단에 든 회원만’일 때 이 모둠에 들어올 수 있는 회원입니다. 미리 적어 두어도 됩니다.',
    en: 'Members who may enter while only listed ones may. The list can be made beforehand.',
  },
  'console.group.members.none': { ko: '아직 아무도 없습니다.', en: 'Nobody yet.' },
  'console.group.members.add': { ko: '명단에 넣기', en: 'Add to the list' },
  'console.group.members.more': {
    ko: '모두 {total}명입니다. 별명 차례로 앞의 200명이 보입니다.',
    en: '{total} in all; the first 200 by nickname are shown.',
  },
  'console.group.members.added': { ko: '{name}[을/를] 명단에 넣었습니다.', en: '{name} is on the list now.' },
  'console.group.members.removed': { ko: '명단에서 뺐습니다.', en: 'No longer on the list.' },
  'console.group.empty': { ko: '게시판이 없습니다.', en: 'No boards.' },
  'console.group.delete': { ko: '모둠 지우기', en: 'Delete the group' },
  'console.group.delete.about': { ko: '게시판이 없는 모둠이라 지울 수 있습니다.', en: 'The group has no boards and can be deleted.' },
  'console.group.delete.hasBoards': {
    ko: '게시판이 있는 모둠은 지울 수 없습니다. 먼저 게시판을 다른 모둠으로 옮겨 주세요.',
    en: 'A group with boards can’t be deleted. Move its boards to another group first.',
  },
  'console.group.delete.last': { ko: '마지막 모둠은 지울 수 없습니다.', en: 'The last group can’t be deleted.' },
  'console.group.deleteName': { ko: '{name} 모둠을 지울까요?', en: 'Delete the group {name}?' },
  'console.group.delete.members': {
    ko: '명단의 회원 {total}명은 사이트의 회원으로 그대로 남습니다.',
    en: '{count, plural, one {The member on its list stays a member of the site.} other {The {total} members on its list stay members of the site.}}',
  },
  'console.group.deleted': { ko: '{name} 모둠을 지웠습니다.', en: 'The group {name} was deleted.' },
} as const satisfies Catalogue
