import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const sessionsMessages = {
  'sessions.title': { ko: '로그인', en: 'Log in' },
  'sessions.login': { ko: '아이디 또는 이메일', en: 'ID or e-mail' },
  'sessions.password': { ko: '비밀번호', en: 'Password' },
  'sessions.keep': { ko: '이 기기에서 30일 동안 로그인 유지', en: 'Keep me logged in on this device for 30 days' },
  'sessions.keepHelp': { ko: '여럿이 쓰는 컴퓨터에서는 켜지 마세요.', en: 'Leave it off on a shared computer.' },
  'sessions.submit': { ko: '로그인', en: 'Log in' },
  'sessions.noAccount': { ko: '아직 회원이 아니신가요?', en: 'Not a member yet?' },
  'sessions.signUp': { ko: '회원가입', en: 'Sign up' },
  'sessions.forgot': { ko: '비밀번호를 잊으셨나요?', en: 'Forgot your password?' },
  'sessions.login.required': { ko: '아이디나 이메일을 넣어 주세요.', en: 'Enter your ID or e-mail.' },
  'sessions.password.required': { ko: '비밀번호를 넣어 주세요.', en: 'Enter your password.' },
  'sessions.wrong': {
    ko: '아이디나 비밀번호가 맞지 않습니다. 한글/영문 자판과 대소문자를 확인해 주세요.',
    en: 'The ID or the password is not right. Check the keyboard language and capital letters.',
  },
  'sessions.suspended': {
    ko: '이용이 정지된 계정입니다. 까닭이 궁금하면 사이트 아래의 연락처로 문의해 주세요.',
    en: 'This account is suspended. To ask why, use the contact at the foot of the page.',
  },
  'sessions.tooOften': {
    ko: '여러 번 맞지 않아 잠시 막아 두었습니다. 15분 뒤에 다시 하거나 비밀번호를 새로 정해 주세요.',
    en: 'Too many wrong tries. Try again in 15 minutes, or choose a new password.',
  },
  'sessions.busy': {
    ko: '지금 로그인이 몰리고 있습니다. 몇 초 뒤에 다시 눌러 주세요.',
    en: 'Many are logging in just now. Please press again in a few seconds.',
  },
  'sessions.loggedOut': { ko: '로그아웃했습니다.', en: 'You are logged out.' },
} as const satisfies Catalogue
