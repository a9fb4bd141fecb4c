import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const visitSettingsMessages = {
  'visits.set.title': { ko: '접속자 집계 설정', en: 'Settings of the counter' },
  'visits.set.about': {
    ko: '바꾼 것은 지금부터 온 방문에 쓰입니다. 이미 센 날은 달라지지 않습니다.',
    en: 'What you change holds for visits from now on. Days that were counted stay as they are.',
  },
  'visits.set.off': { ko: '꺼짐', en: 'off' },
  'visits.set.part.counted': { ko: '누구를 세나요', en: 'Who is counted' },
  'visits.set.visitCountStaff': { ko: '관리자도 셈', en: 'Count administrators too' },
  'visits.set.visitCountStaff.help': {
    ko: '끄면 로그인한 관리자(레벨 9 이상)가 본 쪽은 세지 않습니다.',
    en: 'When off, what administrators (level 9 and above) read while logged in is not counted.',
  },
  'visits.set.visitIgnored': { ko: '세지 않을 주소', en: 'Addresses that are not counted' },
  'visits.set.visitIgnored.help': {
    ko: '사무실처럼 세지 않을 곳의 IP 주소나 대역을 한 줄에 하나씩 적습니다. 예: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32',
    en: 'IP addresses or ranges, such as your office, one a line: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32.',
  },
  'visits.set.visitIgnored.invalid': {
    ko: '{line}번째 줄 ‘{text}’: IP 주소나 대역이 아닙니다. 203.0.113.7이나 203.0.113.0/24처럼 적어 주세요.',
    en: 'Line {line}, “{text}”, is neither an address nor a range. Write it like 203.0.113.7 or 203.0.113.0/24.',
  },
  'visits.set.visitBotWords': { ko: '로봇으로 볼 말', en: 'Words of bots' },
  'visits.set.visitBotWords.help': {
    ko: '이미 아는 로봇 말고도, 브라우저 이름(User-Agent)에 이 말이 있으면 로봇으로 봅니다. 네 글자 이상을 한 줄에 하나씩 적습니다.',
    en: 'Besides the bots that are known: whose user agent holds one of these is a bot. Four letters or more, one a line.',
  },
  'visits.set.visitBotWords.invalid': {
    ko: '{line}번째 줄 ‘{text}’: 네 글자보다 짧거나 사람이 쓰는 브라우저 이름에 들어 있는 말입니다. 로봇만 쓰는 말로 적어 주세요.',
    en: 'Line {line}, “{text}”, is shorter than four letters or part of a browser that people use. Choose a word that only the bot has.',
  },
  'visits.set.part.before': { ko: '옮겨 오기 전의 기록', en: 'What was counted before' },
  'visits.set.part.before.about': {
    ko: '다른 곳에서 옮겨 온 사이트는 그때까지의 숫자를 이어 갑니다.',
    en: 'A site that moved here goes on from the figures that it had.',
  },
  'visits.set.visitStartTotal': { ko: '옮기기 전 전체', en: 'Total before' },
  'visits.set.visitStartTotal.help': { ko: '전체 = 여기서 센 수 + 이 수', en: 'Total = what is counted here + this.' },
  'visits.set.visitStartBest': { ko: '옮기기 전 최대', en: 'Best day before' },
  'visits.set.visitStartBest.help': {
    ko: '여기서 센 최대와 견주어 큰 쪽이 나옵니다.',
    en: 'The larger of this and the best day here is shown.',
  },
  'visits.set.visitStartBestDay': { ko: '그 최대의 날짜', en: 'Date of that best day' },
  'visits.set.visitStartBestDay.help': {
    ko: '예: 2019-03-01. 모르면 비워 두세요.',
    en: 'Such as 2019-03-01. Leave it empty if nobody knows.',
  },
  'visits.set.visitStartBestDay.invalid': {
    ko: '2019-03-01처럼 달력에 있는 날을 적어 주세요.',
    en: 'Please give a day of the calendar, such as 2019-03-01.',
  },
  'visits.set.part.kept': { ko: '무엇을 보관하나요', en: 'What is kept' },
  'visits.set.visitPrivacySignals': { ko: '추적 거부 신호를 따름', en: 'Respect privacy signals' },
  'visits.set.visitPrivacySignals.help': {
    ko: '추적 거부(DNT)나 개인정보 보호 신호(Sec-GPC)를 보내는 방문자는 쿠키 없이 방문자 수만 세고, 본 쪽과 기기와 유입 경로는 남기지 않습니다.',
    en: 'Of visitors who send Do Not Track or Sec-GPC nothing but the number is kept: no cookie, no pages, no device, no referrer.',
  },
  'visits.set.visitRowDays': { ko: '방문 하나하나를 보관하는 날수', en: 'Days for which single visits are kept' },
  'visits.set.visitRowDays.help': {
    ko: '2부터 400까지. 지나면 지우고 합계만 남깁니다.',
    en: 'From 2 to 400. Then they are deleted; their sums stay.',
  },
  'visits.set.visitAddressDays': { ko: 'IP 주소를 보관하는 날수', en: 'Days for which IP addresses are kept' },
  'visits.set.visitAddressDays.help': {
    ko: '0부터 400까지. 0이면 끝자리를 가린 주소만 남깁니다.',
    en: 'From 0 to 400. With 0, only addresses without their last part are kept.',
  },
  'visits.set.part.shown': { ko: '누구에게 보이나요', en: 'Who sees it' },
  'visits.set.visitBadge': { ko: '다른 사이트에서도 보이게 함', en: 'Let other sites show the counter' },
  'visits.set.visitBadge.help': {
    ko: '/visitors.svg(배지)와 /visitors.json(숫자)을 누구나 가져갈 수 있습니다.',
    en: 'Anybody may use /visitors.svg (a badge) and /visitors.json (the figures).',
  },
  'visits.set.visitLedgerPublic': { ko: '장부를 공개함', en: 'Publish the ledger' },
  'visits.set.visitLedgerPublic.help': {
    ko: '마감한 날의 방문자 수를 /visitors/ledger에서 누구나 확인할 수 있습니다.',
    en: 'Anybody may check the figures of closed days at /visitors/ledger.',
  },
} as const satisfies Catalogue
