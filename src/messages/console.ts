import type { Catalogue } from '../lib/i18n/catalogue.ts'
import { consoleBoardCommentsMessages } from './console-board-comments.ts'
import { consoleBoardLooksMessages } from './console-board-looks.ts'
import { consoleBoardPostsMessages } from './console-board-posts.ts'
import { consoleBoardRulesMessages } from './console-board-rules.ts'
import { consoleBoardMessages } from './console-boards.ts'
import { consoleCategoryMessages } from './console-categories.ts'
import { consoleGroupMessages } from './console-groups.ts'
import { consoleMergeMessages } from './console-merges.ts'
import { consoleSiteMessages } from './console-site.ts'

export const consoleMessages = {
  ...consoleBoardMessages,
  ...consoleCategoryMessages,
  ...consoleGroupMessages,
  ...consoleMergeMessages,
  ...consoleBoardLooksMessages,
  ...consoleBoardRulesMessages,
  ...consoleBoardCommentsMessages,
  ...consoleBoardPostsMessages,
  ...consoleSiteMessages,
  'console.menu': { ko: '관리 메뉴', en: 'Console menu' },
  'console.backToSite': { ko: '사이트로', en: 'To the site' },
  'console.overview': { ko: '한눈에', en: 'Overview' },
  'console.boards': { ko: '게시판', en: 'Boards' },
  'console.members': { ko: '회원', en: 'Members' },
  'console.moderation': { ko: '조치 기록', en: 'Moderation log' },
  'console.visitors': { ko: '접속 통계', en: 'Visitors' },
  'console.settings': { ko: '사이트 설정', en: 'Site settings' },
  'console.siteInformation': { ko: '사이트 정보', en: 'Site information' },
  'console.save': { ko: '저장', en: 'Save' },
  'console.cancel': { ko: '취소', en: 'Cancel' },
  'console.changed': { ko: '아직 저장하지 않았습니다', en: 'Not saved yet' },
  'console.saved': { ko: '저장했습니다.', en: 'Saved.' },
  'console.standard': { ko: '기본값: {value}', en: 'Default: {value}' },
  'console.all': { ko: '모두 보기', en: 'See all' },

  'console.today': { ko: '오늘', en: 'Today' },
  'console.today.visitors': { ko: '방문자', en: 'Visitors' },
  'console.today.posts': { ko: '새 글', en: 'New posts' },
  'console.today.comments': { ko: '새 댓글', en: 'New comments' },
  'console.today.members': { ko: '새 회원', en: 'New members' },
  'console.today.yesterday': { ko: '어제 {count}명', en: '{count} yesterday' },
  'console.newestMembers': { ko: '새로 온 회원', en: 'Newest members' },
  'console.newestMembers.none': { ko: '아직 가입한 회원이 없습니다.', en: 'Nobody has signed up yet.' },
  'console.newestActs': { ko: '최근 조치', en: 'Latest moderation' },
  'console.newestActs.none': { ko: '아직 조치가 없었습니다.', en: 'Nothing has been moderated yet.' },
  'console.system': { ko: '이 사이트가 돌아가는 환경', en: 'How this site runs' },
  'console.system.mail': { ko: '메일', en: 'Mail' },
  'console.system.mail.files': {
    ko: 'MAIL_URL이 설정되지 않았습니다. 메일은 보내지 않고 {folder} 아래에 파일로 남깁니다.',
    en: 'MAIL_URL is not set: mails are not sent, they are files under {folder}.',
  },
  'console.system.mail.sent': { ko: '{host} 서버로 보냅니다.', en: 'Sent through {host}.' },
  'console.system.data': { ko: '데이터', en: 'Data' },
  'console.system.data.folder': { ko: '파일과 기록은 {folder} 아래', en: 'files and logs under {folder}' },
  'console.system.version': { ko: '{name} 버전', en: '{name} version' },

  'console.members.find': { ko: '별명, 아이디, 이메일의 앞부분', en: 'Beginning of a nickname, login or e-mail' },
  'console.members.search': { ko: '찾기', en: 'Find' },
  'console.members.none': { ko: '그렇게 시작하는 회원이 없습니다.', en: 'No member begins like that.' },
  'console.members.older': { ko: '먼저 가입한 회원', en: 'Earlier members' },
  'console.members.newest': { ko: '맨 처음으로', en: 'Back to the newest' },
  'console.members.nickname': { ko: '별명', en: 'Nickname' },
  'console.members.login': { ko: '아이디', en: 'Login' },
  'console.members.email': { ko: '이메일', en: 'E-mail' },
  'console.members.level': { ko: '등급', en: 'Level' },
  'console.members.status': { ko: '상태', en: 'State' },
  'console.members.joined': { ko: '가입', en: 'Joined' },
  'console.members.lastLogin': { ko: '최근 로그인', en: 'Last log-in' },
  'console.members.never': { ko: '없음', en: 'never' },
  'console.level.guest': { ko: '손님', en: 'guest' },
  'console.level.member': { ko: '회원', en: 'member' },
  'console.level.administrator': { ko: '관리자', en: 'administrator' },
  'console.level.owner': { ko: '주인', en: 'owner' },
  'console.status.active': { ko: '활동', en: 'active' },
  'console.status.suspended': { ko: '정지', en: 'suspended' },
  'console.status.left': { ko: '탈퇴', en: 'left' },

  'console.member.profile': { ko: '공개 프로필 보기', en: 'Public profile' },
  'console.member.mayNot': { ko: '이 회원에게는 할 수 없는 일입니다.', en: 'You may not do this to this member.' },
  'console.member.untouchable': {
    ko: '자신이나 자신과 같은 등급 이상의 회원은 바꿀 수 없습니다. 주인만 다른 모든 회원을 바꿀 수 있습니다.',
    en: 'You can’t act on yourself or on members of your own level and above. Only an owner acts on everyone else.',
  },
  'console.member.level': { ko: '등급 바꾸기', en: 'Change the level' },
  'console.member.level.help': {
    ko: '2는 보통 회원, 9는 관리자, 10은 주인입니다. 그 사이는 게시판마다 정한 등급에 쓰입니다. 바꾸면 이 회원은 다시 로그인해야 합니다.',
    en: '2 is a usual member, 9 an administrator, 10 an owner; boards use the levels between. The member has to log in again.',
  },
  'console.member.level.invalid': { ko: '목록에 있는 등급을 골라 주세요.', en: 'Please choose one of the levels in the list.' },
  'console.member.suspend': { ko: '활동 정지', en: 'Suspend' },
  'console.member.suspend.help': {
    ko: '모든 기기에서 바로 로그아웃되고 다시 로그인할 수 없습니다. 쓴 글은 남습니다. 언제든 풀 수 있습니다.',
    en: 'They are logged out everywhere at once and can’t log in. What they wrote stays. You can undo it at any time.',
  },
  'console.member.reinstate': { ko: '정지 풀기', en: 'Reinstate' },
  'console.member.reinstate.help': { ko: '다시 로그인할 수 있게 됩니다.', en: 'They can log in again.' },
  'console.member.reason': { ko: '사유', en: 'Reason' },
  'console.member.reason.help': {
    ko: '회원 본인에게 보이고 조치 기록에 남습니다.',
    en: 'The member reads it, and it stays in the moderation log.',
  },
  'console.member.reason.required': {
    ko: '사유를 적어 주세요. 회원이 왜 그런지 알 수 있어야 합니다.',
    en: 'Give a reason: the member should know why.',
  },
  'console.member.reason.tooLong': { ko: '사유는 400자까지 쓸 수 있습니다.', en: 'A reason holds at most 400 characters.' },
  'console.member.changed': { ko: '{name}[을/를] 바꾸었습니다.', en: '{name} was changed.' },
  'console.member.acts': { ko: '이 회원에 대한 조치', en: 'What was done about this member' },
} as const satisfies Catalogue
