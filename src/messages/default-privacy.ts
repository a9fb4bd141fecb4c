import type { Catalogue } from '../lib/i18n/catalogue.ts'

/** Until the owner writes one of their own: Markdown. It names what the program really keeps: whoever makes it keep more adds a line here. */
export const defaultPrivacyMessages = {
  'settings.defaultPrivacy': {
    ko: `{site}[은/는] 아래의 개인정보만 아래의 까닭으로 다룹니다.

# 1. 무엇을 왜 모으나요

| 무엇을 | 언제 | 왜 |
|---|---|---|
| 아이디, 별명, 이메일 주소, 비밀번호 | 가입할 때 | 회원을 알아보고 로그인하고 비밀번호를 다시 정하기 위해 |
| 약관에 동의한 때, 마지막으로 로그인한 때 | 가입하고 로그인할 때 | 동의를 증명하고 계정을 지키기 위해 |
| 성인으로 확인된 때와 확인한 사람(운영자 또는 본인) | 성인 게시판을 보려고 확인받을 때 | 성인에게만 성인 게시판을 보여 주기 위해 |
| 글, 댓글, 추천, 이미지 | 쓰고 올릴 때 | 게시판에 보여 주기 위해 |
| 방문 기록(3번에 자세히 적음) | 페이지를 볼 때 | 접속자 수를 세고 통계를 내기 위해 |

- 비밀번호는 되돌릴 수 없게 바꾸어(bcrypt) 보관합니다. 아무도 읽을 수 없습니다.
- 올린 이미지에서는 찍은 곳과 기기 같은 정보(EXIF, GPS)를 지우고 보관합니다.
- 주민등록번호나 결제 정보는 모으지 않습니다.

# 2. 쿠키

| 쿠키 | 쓰임 |
|---|---|
| 로그인 | 로그인한 동안 본인임을 알아봅니다. |
| 방문 | 접속자 수를 세기 위한 무작위 번호입니다. 누구인지는 알 수 없습니다. |
| 언어, 밝기 | 고른 화면을 기억합니다. |

# 3. 접속자 집계

{visitors}

# 4. 언제까지 보관하나요

- 회원 정보는 회원인 동안 보관하고 탈퇴를 요청하면 지체 없이 지웁니다. 법이 더 오래 보관하라고 정한 것은 그 기간까지 보관합니다.
- 글과 댓글은 쓴 사람이 지우거나 운영자가 지울 때까지 보관합니다. 어느 글에도 쓰이지 않은 이미지는 하루 뒤에 지웁니다.

# 5. 누구에게 주나요

법이 요구할 때가 아니면 누구에게도 주지 않습니다.

# 6. 여러분의 권리

자기 정보를 언제든 보고 고칠 수 있으며 지우거나 처리를 멈추라고 요청할 수 있습니다.

# 7. 어떻게 지키나요

비밀번호를 알아볼 수 없게 바꾸어 두고, 관리자만 회원 정보를 볼 수 있게 하며, 관리자가 한 일을 기록합니다.

# 8. 물어볼 곳

{contact}
`,
    en: `{site} handles the personal data below, for the reasons below, and no other.

# 1. What is kept, and why

| What | When | Why |
|---|---|---|
| Log-in name, nickname, e-mail address, password | when you sign up | to know you, to let you log in and to reset a password |
| When you agreed to the terms, when you last logged in | when you sign up and log in | to prove consent and to protect the account |
| When you were confirmed as an adult, and by whom (staff or yourself) | when you ask to read a board for adults | to show such boards to adults alone |
| Posts, comments, votes, images | when you write and upload | to show them on the boards |
| A record of your visit (see 3) | when you look at a page | to count visitors and to make statistics |

- Passwords are kept in a form (bcrypt) that can’t be turned back. Nobody can read them.
- Where and with what a picture was taken (EXIF, GPS) is removed before it is stored.
- No national identity numbers and no payment data are collected.

# 2. Cookies

| Cookie | Use |
|---|---|
| Log-in | knows you while you are logged in |
| Visit | a random number by which visitors are counted; it doesn’t tell who you are |
| Language, brightness | remembers what you chose |

# 3. How visitors are counted

{visitors}

# 4. For how long

- Member data is kept until you leave, then deleted without delay, except what the law wants kept for longer.
- Posts and comments are kept until their author or a moderator deletes them. Images that no post uses are deleted after a day.

# 5. Who else gets it

Nobody, unless the law demands it.

# 6. Your rights

You can see and correct your data at any time, and ask for it to be deleted or no longer processed.

# 7. How it is protected

Passwords are made unreadable, only administrators can see members’ data, and what administrators do is recorded.

# 8. Whom to ask

{contact}
`,
  },
  'settings.privacyContact': { ko: '개인정보 보호책임자: {contact}', en: 'Privacy officer: {contact}' },
  'settings.askUs': {
    ko: '운영자에게 물어봐 주세요. 연락처는 이 사이트의 아래쪽에 있습니다.',
    en: 'Please ask those who run the site; you find them at the bottom of each page.',
  },
} as const satisfies Catalogue
