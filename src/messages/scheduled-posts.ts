import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const scheduledPostsMessages = {
  'posts.audience': { ko: '공개', en: 'Who sees it' },
  'posts.publish.now': { ko: '바로 올리기', en: 'Publish now' },
  'posts.publish.open': { ko: '공개', en: 'Open' },
  'posts.publish.later': { ko: '예약해서 올리기', en: 'Publish later' },
  'posts.publish.private': { ko: '나만 보기', en: 'Only me' },
  'posts.publish.privateHelp': {
    ko: '목록과 검색에 나오지 않습니다. 나중에 공개로 바꿀 수 있고, 그때도 처음 쓴 날짜와 번호를 지킵니다.',
    en: 'It stands in no list and no search. You may open it later; it then keeps the date and number that it has now.',
  },
  'posts.publish.at': { ko: '올릴 날짜와 시각', en: 'Date and time' },
  'posts.publish.atHelp': {
    ko: '사이트 시각({zone}) 기준입니다. 지금은 {now}입니다.',
    en: 'In the site’s time ({zone}), where it is {now} now.',
  },
  'posts.publish.choose': { ko: '공개 방법을 골라 주세요.', en: 'Choose who sees it.' },
  'posts.publish.noPrivate': {
    ko: '이 게시판에서는 나만 보기로 쓸 수 없습니다. 다른 방법을 고르거나 임시저장해 주세요.',
    en: 'This board takes no private posts. Choose another way, or save it as a draft.',
  },
  'posts.publish.mayNotHide': {
    ko: '나만 보기로 바꿀 수 없는 글입니다. 댓글이 달린 글은 지울 수 있을 때만 거둘 수 있습니다.',
    en: 'This post can’t be made private: one that others answered can be taken back only where you could delete it.',
  },
  'posts.publish.atRequired': { ko: '올릴 날짜와 시각을 정해 주세요.', en: 'Say when it is to be published.' },
  'posts.publish.atInvalid': {
    ko: '2026-11-27 09:30처럼 있는 날짜와 시각을 적어 주세요.',
    en: 'Give a date and time that exist, as 2026-11-27 09:30.',
  },
  'posts.publish.atPast': { ko: '지난 시각입니다. 앞으로 올 시각을 정해 주세요.', en: 'That is past. Choose a time to come.' },
  'posts.publish.atFar': { ko: '1년 안의 시각을 정해 주세요.', en: 'Choose a time within a year.' },
  'posts.keptPrivate': { ko: '나만 보는 글로 남겼습니다.', en: 'Kept for you alone.' },
  'scheduled.title': { ko: '예약 글', en: 'Scheduled posts' },
  'scheduled.about': {
    ko: '정한 시각이 되면 저절로 올라갑니다. 번호와 날짜는 올라갈 때 정해지고, 한 번에 {most}개까지 예약할 수 있습니다. 올라간 글은 {days}일 동안 여기에서도 찾을 수 있습니다.',
    en: 'They are published by themselves at their time, and get their number and date then. You may plan {most} at a time. What was published stays listed for {days} days.',
  },
  'scheduled.empty': {
    ko: '예약한 글이 없습니다. 글을 쓸 때 ‘예약해서 올리기’를 고르면 여기에 모입니다.',
    en: 'Nothing is planned. Choose “Publish later” when you write, and it waits here.',
  },
  'scheduled.edit': { ko: '예약 글 고치기', en: 'Change a scheduled post' },
  'scheduled.change': { ko: '고치기', en: 'Change' },
  'scheduled.publishNow': { ko: '지금 올리기', en: 'Publish now' },
  'scheduled.isPublished': { ko: '올라감', en: 'Published' },
  'scheduled.noBoard': { ko: '볼 수 없는 게시판', en: 'A board that you can’t see' },
  'scheduled.failed': { ko: '올리지 못했습니다.', en: 'Not published.' },
  'scheduled.problem.suspended': {
    ko: '정한 시각에 이용이 정지되어 있었습니다. 지금 올리거나 시각을 다시 정해 주세요.',
    en: 'Your account was suspended at that time. Publish it now, or choose another time.',
  },
  'scheduled.problem.board': {
    ko: '게시판이 없어졌습니다. 글은 여기에 남아 있으니 다른 게시판으로 옮겨 적어 주세요.',
    en: 'The board is gone. Your words are kept here: take them to another board.',
  },
  'scheduled.problem.rights': {
    ko: '정한 시각에 이 게시판에 글을 쓸 수 있는 권한이 없었습니다. 권한이 돌아오면 지금 올리거나 시각을 다시 정해 주세요.',
    en: 'You were not allowed to write on the board at that time. Once you are again, publish it now or choose another time.',
  },
  'scheduled.problem.form': {
    ko: '그 사이에 게시판의 글쓰기 규칙이 바뀌었습니다. ‘고치기’를 누르면 무엇을 고칠지 알려 드립니다.',
    en: 'The board’s rules for posts have changed meanwhile. Open it with “Change” and send it to see what is missing.',
  },
  'scheduled.problem.unknown': {
    ko: '여러 번 시도했지만 올리지 못했습니다. 지금 올리거나 시각을 다시 정해 주세요.',
    en: 'It was tried several times in vain. Publish it now, or choose another time.',
  },
  'scheduled.source': { ko: '쓴 그대로 보기', en: 'As it was typed' },
  'scheduled.cancel': { ko: '예약을 취소하고 지우기', en: 'Give it up and delete it' },
  'scheduled.cancelHelp': {
    ko: '예약을 취소하면 이 글은 지워지고 되살릴 수 없습니다.',
    en: 'Given up, its words are deleted and can’t be brought back.',
  },
  'scheduled.planned': { ko: '글을 예약했습니다.', en: 'Your post waits for its time.' },
  'scheduled.saved': { ko: '예약 글을 고쳤습니다.', en: 'Saved.' },
  'scheduled.published': { ko: '예약한 글을 올렸습니다.', en: 'Published.' },
  'scheduled.cancelled': { ko: '예약을 취소했습니다.', en: 'Given up.' },
  'scheduled.gone': { ko: '이미 올라갔거나 취소된 예약입니다.', en: 'It is published already, or was given up.' },
  'scheduled.notNow': {
    ko: '짧은 시간에 글이 너무 많이 올라왔습니다. 잠시 뒤에 다시 올려 주세요.',
    en: 'Too many posts in a short time. Try again in a moment.',
  },
  'scheduled.notPublished': { ko: '글을 올리지 못했습니다. 까닭은 아래에 있습니다.', en: 'It was not published. Why is said below.' },
  'scheduled.changedMeanwhile': {
    ko: '다른 창에서 이 예약을 고쳤거나, 그 사이에 글이 올라갔습니다. 쓴 글은 아래에 그대로 있습니다.',
    en: 'It was changed in another window, or published meanwhile. What you wrote is still below.',
  },
  'scheduled.tooMany': {
    ko: '한 번에 {count, number}개까지 예약할 수 있습니다. 예약을 하나 올리거나 취소한 뒤에 다시 보내 주세요.',
    en: 'You may plan {count, number} at a time. Publish or give up one of them, then send this again.',
  },
} as const satisfies Catalogue
