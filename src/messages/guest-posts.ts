import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const guestPostsMessages = {
  'guestPosts.name': { ko: '이름', en: 'Name' },
  'guestPosts.name.taken': {
    ko: '회원이 쓰는 이름입니다. 다른 이름을 적어 주세요.',
    en: 'A member has this name. Please choose another.',
  },
  'guestPosts.password': { ko: '비밀번호', en: 'Password' },
  'guestPosts.password.help': {
    ko: '글을 고치거나 지울 때 필요합니다. 다른 곳에서 쓰는 비밀번호는 적지 마세요.',
    en: 'You need it to edit or delete the post. Do not use one that you use elsewhere.',
  },
  'guestPosts.password.required': { ko: '비밀번호를 적어 주세요.', en: 'Please enter a password.' },
  'guestPosts.password.short': {
    ko: '비밀번호는 {leastPassword}자 이상이어야 합니다.',
    en: 'The password needs at least {leastPassword} characters.',
  },
  'guestPosts.password.long': {
    ko: '비밀번호는 {mostPassword}자까지 적을 수 있습니다.',
    en: 'The password may have at most {mostPassword} characters.',
  },
  'guestPosts.password.wrong': { ko: '비밀번호가 맞지 않습니다. 다시 적어 주세요.', en: 'That is not the password. Please try again.' },
  'guestPosts.tooManyTries': {
    ko: '비밀번호를 여러 번 잘못 적었습니다. 10분 뒤에 다시 해 주세요.',
    en: 'Too many wrong passwords. Please try again in ten minutes.',
  },
  'guestPosts.grantOver': {
    ko: '비밀번호를 확인한 지 오래되었습니다. 글에서 비밀번호를 다시 적어 주세요.',
    en: 'It has been a while since you gave the password. Please give it again on the post.',
  },
  'guestPosts.working': {
    ko: '자동 등록을 막는 확인을 하고 있습니다. 곧 등록됩니다.',
    en: 'Checking that this is no spam program. It will be sent in a moment.',
  },
  'guestPosts.note': {
    ko: '비회원 글은 자동 등록을 막는 확인을 거칩니다. 확인하지 못한 글은 운영진이 본 뒤에 올라갑니다.',
    en: 'Posts of guests pass a check against spam programs. What it cannot check appears when a moderator has seen it.',
  },
  'guestPosts.waits': {
    ko: '글을 받았습니다. 운영진이 확인한 뒤에 올라갑니다.',
    en: 'We have your post. It appears when a moderator has seen it.',
  },
  'guestPosts.key.heading': { ko: '비회원 글 수정·삭제', en: 'Edit or delete a guest’s post' },
  'guestPosts.key.advice': { ko: '글을 쓸 때 적은 비밀번호를 적어 주세요.', en: 'Please enter the password that you gave with the post.' },
  'guestPosts.change': { ko: '수정·삭제', en: 'Edit or delete' },
  'guestPosts.deleteAdvice': { ko: '지운 글은 되살릴 수 없습니다.', en: 'A deleted post cannot be brought back.' },
  'guestPosts.writeAsGuest': { ko: '비회원으로 글쓰기', en: 'Write as a guest' },
} as const satisfies Catalogue
