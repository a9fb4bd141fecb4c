import type { Catalogue } from '../lib/i18n/catalogue.ts'

/** Until the owner writes terms of their own: Markdown. They promise only what the program does. */
export const defaultTermsMessages = {
  'settings.defaultTerms': {
    ko: `# 1. 이 약관은

{site}(이하 “이 사이트”)에서 글을 읽고 쓰는 모든 분과 운영자 사이의 약속입니다. 가입할 때 동의하면 효력이 생깁니다.

# 2. 회원

- 누구나 아이디, 별명, 이메일 주소와 비밀번호를 정해 가입할 수 있습니다. 한 사람이 남의 이름으로 가입할 수는 없습니다.
- 비밀번호는 본인만 알아야 합니다. 새어 나간 것 같으면 바로 바꾸고 모든 기기에서 로그아웃해 주세요.

# 3. 글과 댓글, 이미지

- 올린 글의 권리는 쓴 사람에게 있습니다. 이 사이트는 그 글을 여기에서 보여 주고 찾게 하는 데에만 씁니다.
- 자기 글과 댓글은 고치거나 지울 수 있습니다. 다른 회원이 댓글을 단 글은 쓴 사람 혼자 지울 수 없고 운영자에게 요청할 수 있습니다.
- 남의 권리를 해치는 글, 남을 괴롭히거나 속이는 글, 법이 금지하는 글, 같은 광고를 되풀이하는 글은 올릴 수 없습니다.

# 4. 운영

- 운영자는 약속을 어긴 글이나 댓글을 숨기고 글을 잠글 수 있습니다. 그때마다 까닭을 남기며 쓴 사람은 그 까닭을 볼 수 있습니다.
- 약속을 거듭 어긴 회원은 이용이 멈출 수 있습니다.

# 5. 책임

- 글의 내용은 쓴 사람의 책임입니다. 운영자는 문제가 있는 글을 알게 되면 지체 없이 살핍니다.
- 점검이나 고장으로 잠시 이용하지 못할 수 있습니다.

# 6. 약관이 바뀌면

바뀌는 내용과 날짜를 시행 7일 전부터(회원에게 불리하면 30일 전부터) 이 사이트에 알립니다. 이 약관은 대한민국 법을 따릅니다.
`,
    en: `# 1. These terms

They are an agreement between everybody who reads and writes on {site} (“the site”) and those who run it. They hold from the moment you agree to them when you sign up.

# 2. Members

- Anyone may sign up with a log-in name, a nickname, an e-mail address and a password. Nobody may sign up in somebody else’s name.
- Keep your password to yourself. If it may have leaked, change it and log out on all devices.

# 3. Posts, comments and images

- What you write stays yours. The site uses it only to show it here and to let it be found here.
- You may edit and delete your posts and comments. A post that others have commented on can’t be deleted by its author alone; ask a moderator.
- Don’t post what harms the rights of others, bullies or deceives, is against the law, or repeats an advertisement.

# 4. Moderation

- Moderators may hide posts and comments that break these terms, and lock posts. Each time they give a reason, which the author can read.
- Members who keep breaking the terms may be suspended.

# 5. Responsibility

- Authors answer for what they write. Those who run the site look into a post without delay once they learn of a problem.
- The site may be away for a while for upkeep or because something broke.

# 6. Changes

Changes and their date are announced on the site 7 days ahead, 30 days where they are to members’ disadvantage. These terms follow the law of the Republic of Korea.
`,
  },
} as const satisfies Catalogue
