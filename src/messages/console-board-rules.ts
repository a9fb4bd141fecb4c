import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const consoleBoardRulesMessages = {
  'console.board.listLevel': { ko: '목록 보기', en: 'See the list' },
  'console.board.listLevel.help': {
    ko: '낮은 등급에게는 이 게시판이 없는 것과 같습니다.',
    en: 'For lower levels the board does not exist.',
  },
  'console.board.readLevel': { ko: '글 읽기', en: 'Read posts' },
  'console.board.readLevel.help': {
    ko: '목록만 보이고 글은 열 수 없게 할 수 있습니다.',
    en: 'The list may be open while its posts are not.',
  },
  'console.board.writeLevel': { ko: '글쓰기', en: 'Write' },
  'console.board.writeLevel.help': {
    ko: '9로 두면 관리자만 쓰는 공지 게시판이 됩니다. 1로 두면 손님도 이름과 비밀번호를 적고 씁니다.',
    en: 'With 9 it is a board for announcements; with 1 guests write too, under a name and a password.',
  },
  'console.board.replyLevel': { ko: '답글 쓰기', en: 'Answer with a post' },
  'console.board.replyLevel.help': {
    ko: '다른 글에 답하는 글을 쓰는 일입니다. 글쓰기도 할 수 있어야 합니다.',
    en: 'Writing a post that answers another. One must be able to write, too.',
  },
  'console.board.commentLevel': { ko: '댓글 쓰기', en: 'Comment' },
  'console.board.commentLevel.help': {
    ko: '1로 두면 손님도 이름과 비밀번호를 적고 댓글을 씁니다.',
    en: 'With 1 guests comment too, under a name and a password.',
  },
  'console.board.uploadLevel': { ko: '파일 올리기', en: 'Add files' },
  'console.board.uploadLevel.help': { ko: '글쓰기 등급보다 높게 둘 수 있습니다.', en: 'May be higher than the level for writing.' },
  'console.board.downloadLevel': { ko: '파일 받기', en: 'Download files' },
  'console.board.downloadLevel.help': {
    ko: '글은 모두에게 보이되 첨부 파일은 회원만 받게 할 수 있습니다.',
    en: 'Posts may be open to all while attached files are for members.',
  },
  'console.board.secret': { ko: '비밀글', en: 'Secret posts' },
  'console.board.secret.help': {
    ko: '비밀글은 글쓴이와 운영자만 읽습니다. 다른 사람에게는 제목 대신 자물쇠가 보입니다.',
    en: 'A secret post is read by its author and by moderators. Others see a lock in place of its title.',
  },
  'console.board.secret.never': { ko: '쓰지 않음', en: 'Never' },
  'console.board.secret.choice': { ko: '글쓴이가 고름', en: 'The author’s choice' },
  'console.board.secret.always': { ko: '언제나', en: 'Always' },
  'console.board.anonymous': { ko: '익명 게시판', en: 'Anonymous board' },
  'console.board.anonymous.help': {
    ko: '글과 댓글에 이름이 나오지 않습니다. 누가 썼는지 열어 볼 수 있는 사람이 열어 보면 기록이 남습니다. 이미 쓴 글은 바뀌지 않습니다.',
    en: 'Posts and comments carry no name. When someone who may look up the author does so, it is recorded. Posts that are there already stay as they are.',
  },
  'console.board.consultation': { ko: '1:1 상담 게시판', en: 'Board for consultation' },
  'console.board.consultation.help': {
    ko: '회원은 자기가 쓴 글만 보고, 운영자는 모두 봅니다.',
    en: 'Members see their own posts alone; moderators see all.',
  },
  'console.board.approval': { ko: '승인받은 글만 보이기', en: 'Posts need approval' },
  'console.board.approval.help': {
    ko: '새 글은 운영자가 승인할 때까지 글쓴이와 운영자에게만 보입니다.',
    en: 'A new post is seen by its author and the moderators until one of them lets it in.',
  },
  'console.board.privatePosts': { ko: '나만 보기 글 허용', en: 'Private posts' },
  'console.board.privatePosts.help': {
    ko: '회원이 자기만 보는 글을 쓰거나, 쓴 글을 거두어 자기만 볼 수 있습니다. 처음부터 나만 보기인 글은 운영자도 볼 수 없습니다.',
    en: 'Members may write posts that they alone see, or take theirs back. What was private from the first is not shown to moderators either.',
  },
  'console.board.bodyMin': { ko: '본문의 가장 짧은 길이', en: 'Least length of a text' },
  'console.board.bodyMin.help': { ko: '글자 수. 0이면 따지지 않습니다.', en: 'In characters; 0 asks for nothing.' },
  'console.board.bodyMax': { ko: '본문의 가장 긴 길이', en: 'Greatest length of a text' },
  'console.board.bodyMax.help': { ko: '글자 수. 65,000까지입니다.', en: 'In characters, up to 65,000.' },
  'console.board.secretComments': { ko: '비밀 댓글', en: 'Secret comments' },
  'console.board.secretComments.help': {
    ko: '글쓴이와 답글 상대, 운영자만 읽습니다. 다른 사람에게는 “비밀 댓글입니다”라고만 보입니다.',
    en: 'Read by the author of the post, whom it answers, and moderators. Others see only that it is there.',
  },
  'console.board.commentMin': { ko: '댓글의 가장 짧은 길이', en: 'Least length of a comment' },
  'console.board.commentMin.help': { ko: '글자 수. 0이면 따지지 않습니다.', en: 'In characters; 0 asks for nothing.' },
  'console.board.commentMax': { ko: '댓글의 가장 긴 길이', en: 'Greatest length of a comment' },
  'console.board.commentMax.help': { ko: '글자 수. 2,000까지입니다.', en: 'In characters, up to 2,000.' },
  'console.board.linkCount': { ko: '링크 칸의 수', en: 'Link fields' },
  'console.board.linkCount.help': {
    ko: '글 위에 따로 모아 보이는 링크입니다. 눌린 횟수를 셉니다. 0에서 5까지.',
    en: 'Links that stand above the text, with a count of clicks. From 0 to 5.',
  },
  'console.board.uploadCount': { ko: '글 하나의 파일 수', en: 'Files in a post' },
  'console.board.uploadCount.help': {
    ko: '그림과 첨부 파일을 더한 수. 0이면 파일을 올릴 수 없습니다. 50까지.',
    en: 'Pictures and attachments together. 0: no files. Up to 50.',
  },
  'console.board.uploadMegabytes': { ko: '파일 하나의 크기 (MB)', en: 'Size of a file (MB)' },
  'console.board.uploadMegabytes.help': {
    ko: '이보다 큰 파일은 받지 않습니다. 1에서 500까지.',
    en: 'Larger files are refused. From 1 to 500.',
  },
  'console.board.pictureSize': { ko: '사진의 크기', en: 'Size of pictures' },
  'console.board.pictureSize.help': {
    ko: '어느 쪽이든 위치 정보와 카메라 정보는 지웁니다. 그대로 두면 저장 공간과 데이터를 훨씬 많이 씁니다.',
    en: 'Place and camera are always removed. Full size takes far more room and data.',
  },
  'console.board.pictureSize.shrink': { ko: '올리기 전에 화면 크기로 줄임', en: 'Made screen-sized before uploading' },
  'console.board.pictureSize.screen': { ko: '원본을 받아 화면 크기로 줄임', en: 'Uploaded whole, kept screen-sized' },
  'console.board.pictureSize.original': { ko: '원본 크기 그대로 보관', en: 'Kept in full size' },
  'console.board.copyImages': { ko: '다른 사이트의 그림을 가져와 보관', en: 'Keep copies of other sites’ pictures' },
  'console.board.copyImages.help': {
    ko: '글에 붙여 넣은 다른 사이트의 그림은 링크로 보입니다. 켜면 잠시 뒤 그림으로 바뀌고, 글쓴이의 파일 공간을 씁니다. 누가 읽는지는 그 사이트에 알려지지 않습니다.',
    en: 'Pictures of other sites in a post are shown as links. With this they become pictures after a moment and take the author’s room for files. The other site isn’t told who reads.',
  },
  'console.board.roomMegabytes': { ko: '게시판 전체의 파일 공간 (MB)', en: 'Room for all files of the board (MB)' },
  'console.board.roomMegabytes.help': {
    ko: '이 게시판에 올린 파일을 모두 더한 크기입니다. 0이면 따지지 않습니다.',
    en: 'The size of all files on this board together. 0 asks for nothing.',
  },
  'console.board.uploadKinds': { ko: '올릴 수 있는 종류', en: 'Kinds of files' },
  'console.board.uploadKinds.help': {
    ko: '고르지 않은 종류는 올릴 때 까닭을 알리고 받지 않습니다.',
    en: 'Kinds that aren’t ticked are refused, with the reason.',
  },
  'console.board.uploadKinds.image': { ko: '그림', en: 'Pictures' },
  'console.board.uploadKinds.video': { ko: '동영상', en: 'Videos' },
  'console.board.uploadKinds.file': { ko: '그 밖의 파일', en: 'Other files' },
} as const satisfies Catalogue
