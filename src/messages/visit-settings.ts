import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const visitSettingsMessages = {
  'visits.set.title': { ko: '접속자 집계 설정', en: 'Settings of the counter' },
  'visits.set.about': {
    ko: '바꾼 것은 지금부터 오는 방문에 쓰입니다. 이미 센 날은 달라지지 않습니다.',
    en: 'What you change holds for visits from now on. Days that were counted stay as they are.',
  },
  'visits.set.off': { ko: '꺼짐', en: 'off' },
  'visits.set.part.counted': { ko: '누구를 세나요', en: 'Who is counted' },
  'visits.set.visitCountStaff': { ko: '관리자도 셈', en: 'Count administrators too' },
  'visits.set.visitCountStaff.help': {
    ko: '끄면 로그인한 관리자(레벨 9 이상)가 본 페이지는 세지 않습니다.',
    en: 'When off, what administrators (level 9 and above) read while logged in is not counted.',
  },
  'visits.set.visitUncountedAddresses': { ko: '세지 않을 주소', en: 'Addresses that are not counted' },
  'visits.set.visitUncountedAddresses.help': {
    ko: '사무실처럼 세지 않을 곳의 IP 주소나 대역을 한 줄에 하나씩 적습니다. 예: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32',
    en: 'IP addresses or ranges, such as your office, one a line: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32.',
  },
  'visits.set.visitUncountedAddresses.invalid': {
    ko: '{line}번째 줄 ‘{text}’: IP 주소나 대역이 아닙니다. 203.0.113.7이나 203.0.113.0/24처럼 적어 주세요.',
    en: 'Line {line}, “{text}”, is neither an address nor a range. Write it like 203.0.113.7 or 203.0.113.0/24.',
  },
  'visits.set.visitBotWords': { ko: '봇으로 볼 말', en: 'Words of bots' },
  'visits.set.visitBotWords.help': {
    ko: '이미 아는 봇 말고도, 브라우저 이름(User-Agent)에 이 말이 있으면 봇으로 보고 방문자에도 조회수에도 넣지 않습니다. 네 글자 이상을 한 줄에 하나씩 적습니다.',
    en: 'Besides the bots that are known: whose user agent holds one of these is a bot, neither a visitor nor a view of a post. Four letters or more, one a line.',
  },
  'visits.set.visitBotWords.invalid': {
    ko: '{line}번째 줄 ‘{text}’: 네 글자보다 짧거나 사람이 쓰는 브라우저 이름에 들어 있는 말입니다. 봇만 쓰는 말로 적어 주세요.',
    en: 'Line {line}, “{text}”, is shorter than four letters or part of a browser that people use. Choose a word that only the bot has.',
  },
  'visits.set.part.before': { ko: '언제부터 무엇에 이어서 세나요', en: 'From when, and on top of what' },
  'visits.set.part.before.about': {
    ko: '다른 곳에서 옮겨 온 사이트는 그때까지의 숫자에 이어서 셉니다. 날마다의 기록이 있으면 여기에 더하지 말고 불러오세요. 둘 다 하면 두 번 더해집니다.',
    en: 'A site that moved here goes on from the figures that it had. If you have its figures day by day, import them instead: with both, they would be added twice.',
  },
  'visits.set.visitStartTotal': { ko: '옮기기 전 전체', en: 'Total before' },
  'visits.set.visitStartTotal.help': { ko: '전체 = 여기서 센 수 + 이 수', en: 'Total = what is counted here + this.' },
  'visits.set.visitStartBest': { ko: '옮기기 전 최대', en: 'Best day before' },
  'visits.set.visitStartBest.help': {
    ko: '여기서 센 최대와 견주어 큰 쪽이 보입니다.',
    en: 'The larger of this and the best day here is shown.',
  },
  'visits.set.visitStartBestDay': { ko: '그 최대의 날짜', en: 'Date of that best day' },
  'visits.set.visitStartBestDay.help': {
    ko: '예: 2019-03-01. 모르면 비워 두세요.',
    en: 'Such as 2019-03-01. Leave it empty if nobody knows.',
  },
  'visits.set.day.invalid': {
    ko: '2019-03-01처럼 달력에 있는 날을 적어 주세요.',
    en: 'Please give a day of the calendar, such as 2019-03-01.',
  },
  'visits.set.visitCountFrom': { ko: '세기 시작하는 날', en: 'Count from' },
  'visits.set.visitCountFrom.help': {
    ko: '예: 2026-12-01. 이 날보다 앞선 날은 오늘·어제·최대·전체에 넣지 않습니다. 통계에는 그대로 보입니다. 비우면 모든 날을 셉니다.',
    en: 'Such as 2026-12-01. Days before it are in none of the counter’s figures; statistics still show them. Empty: all days count.',
  },
  'visits.set.part.kept': { ko: '무엇을 보관하나요', en: 'What is kept' },
  'visits.set.part.kept.about': {
    ko: '방문자의 IP 주소는 통째로 보관하지 않습니다. 끝자리를 가린 주소(203.0.113.*)만 남기며, 이것은 설정으로 바꿀 수 없습니다.',
    en: 'Whole IP addresses of visitors are never kept: only without their last part (203.0.113.*). No setting changes that.',
  },
  'visits.set.visitHonoursSignals': { ko: '추적 거부 신호를 따름', en: 'Respect privacy signals' },
  'visits.set.visitHonoursSignals.help': {
    ko: '추적 거부(DNT)나 개인정보 보호 신호(Sec-GPC)를 보내는 방문자도 한 사람으로 셉니다. 빼면 접속자 수가 틀리기 때문입니다. 대신 쿠키를 주지 않고, 그날로 없애는 열쇠로 만든 표식으로만 알아보며, 본 페이지·기기·유입 경로·주소는 남기지 않습니다.',
    en: 'Who sends Do Not Track or Sec-GPC still counts as one visitor, or the figure would be wrong. But they get no cookie, are told apart only by a mark whose key is destroyed after the day, and neither pages nor device, referrer or address are kept.',
  },
  'visits.set.visitRowDays': { ko: '방문 하나하나를 보관하는 날수', en: 'Days for which single visits are kept' },
  'visits.set.visitRowDays.help': {
    ko: '2부터 400까지. 지나면 지우고 합계만 남깁니다.',
    en: 'From 2 to 400. Then they are deleted; their sums stay.',
  },
  'visits.set.part.shown': { ko: '어떻게, 누구에게 보이나요', en: 'How it looks, and who sees it' },
  'visits.set.visitLook': { ko: '모양', en: 'Look' },
  'visits.set.visitLook.help': {
    ko: '오른쪽 단의 접속자집계가 보이는 모양입니다. 오른쪽 단이 없는 페이지에는 어느 것을 골라도 맨 아래에 한 줄로 보입니다.',
    en: 'How the counter looks in the side column. Pages without that column show it as a line at their foot, whichever you choose.',
  },
  'visits.set.visitLook.table': { ko: '표: 숫자 네 개를 크게', en: 'Table: four large figures' },
  'visits.set.visitLook.line': { ko: '한 줄: 이름과 숫자만', en: 'Line: names and figures' },
  'visits.set.visitLook.badge': { ko: '배지: 숫자마다 작은 이름표', en: 'Badges: a small label for each figure' },
  'visits.set.visitLook.digits': { ko: '계수기: 숫자 한 자리에 한 칸', en: 'Odometer: a box for each digit' },
  'visits.set.visitLook.none': { ko: '보이지 않음', en: 'Not shown' },
  'visits.set.visitCounterFor': { ko: '접속자집계를 볼 사람', en: 'Who sees the counter' },
  'visits.set.visitCounterFor.help': {
    ko: '모두가 아니면 다른 사이트에 보이는 배지와 숫자도 꺼집니다.',
    en: 'Unless it is everybody, the badge and the figures for other sites are off too.',
  },
  'visits.set.visitOnlineFor': { ko: '현재 접속자를 볼 사람', en: 'Who sees who is here now' },
  'visits.set.visitOnlineFor.help': {
    ko: '최근 5분 안에 페이지를 본 사람의 수와, 이름을 보이기로 한 회원의 닉네임입니다.',
    en: 'How many read a page in the last five minutes, and the nicknames of members who chose to be named.',
  },
  'visits.set.visitBadge': { ko: '다른 사이트에서도 보이게 함', en: 'Let other sites show the counter' },
  'visits.set.visitBadge.help': {
    ko: '/visitors.svg(배지)와 /visitors.json(숫자)을 누구나 가져갈 수 있습니다.',
    en: 'Anybody may use /visitors.svg (a badge) and /visitors.json (the figures).',
  },
  'visits.set.visitLedgerFor': { ko: '방문자 장부를 볼 사람', en: 'Who may read the ledger' },
  'visits.set.visitLedgerFor.help': {
    ko: '마감한 날의 방문자 수를 /visitors/ledger에서 확인할 수 있습니다. 광고주에게 보이려면 모두에게 여세요.',
    en: 'The figures of closed days, at /visitors/ledger. To show them to advertisers, open it to everybody.',
  },
  'visits.set.visitStatisticsFor': { ko: '접속 통계를 볼 사람', en: 'Who may read the statistics' },
  'visits.set.visitStatisticsFor.help': {
    ko: '방문자 수, 시간대, 들어온 길, 기기를 /visitors/statistics에서 볼 수 있습니다. 페이지와 글의 이름, 검색어는 나오지 않습니다.',
    en: 'Visitors, hours, ways in and devices, at /visitors/statistics. No page, title or word is named there.',
  },
  'visits.set.visitReport': { ko: '월요일마다 소유자에게 메일로 알림', en: 'Mail to owners on Mondays' },
  'visits.set.visitReport.help': {
    ko: '지난 한 주의 방문자, 들어온 길, 많이 읽힌 글을 전자우편 주소가 있는 소유자에게 보냅니다.',
    en: 'Last week’s visitors, ways in and posts that were read, to each owner who has an e-mail address.',
  },
  'visits.set.audience.everyone': { ko: '모두', en: 'Everybody' },
  'visits.set.audience.members': { ko: '회원', en: 'Members' },
  'visits.set.audience.staff': { ko: '관리자', en: 'Administrators' },
} as const satisfies Catalogue
