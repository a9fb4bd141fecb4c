import type { Catalogue } from '../lib/i18n/catalogue.ts'

/** What a privacy policy says about counting visitors. It names what the program really keeps: whoever makes it keep more adds a line here. */
export const visitPrivacyMessages = {
  'visits.privacy.title': { ko: '접속자 집계', en: 'How visitors are counted' },
  'visits.privacy.what': {
    ko: '**모으는 것과 까닭**: 접속자 수와 통계를 내려고 페이지를 볼 때 본 페이지와 시각, 어디에서 왔는지(앞 페이지의 주소, 검색어, 캠페인 이름), 브라우저·운영체제·기기 종류·언어, 로그인했는지(누구인지는 남기지 않음)를 기록합니다.',
    en: '**What is kept, and why**: to count visitors and to make statistics, each page that is read, and when; where the visitor came from (address of the page before, search words, name of a campaign); browser, system, kind of device and language; whether they were logged in, but not as whom.',
  },
  'visits.privacy.address': {
    ko: '**IP 주소**: 끝자리를 가린 주소(예: 203.0.113.*)만 남기고 전체 주소는 방문 기록에 남기지 않습니다.',
    en: '**IP address**: it is kept without its last part (such as 203.0.113.*); no record of a visit holds the whole address.',
  },
  'visits.privacy.cookie': {
    ko: '**쿠키**: 이름은 {name}이고 무작위 번호와 준 때만 들어 있으며 {days}일 동안 남습니다. 하루에 한 번만 세고 다시 온 방문자를 알아보는 데만 씁니다.',
    en: '**Cookie**: it is called {name}, holds nothing but a random number and when it was given, and lasts {days} days. It is used to count a browser once a day and to know who came back.',
  },
  'visits.privacy.noCookie': {
    ko: '**쿠키를 막은 브라우저**: IP 주소와 브라우저 이름을 그날의 열쇠로 되돌릴 수 없게 바꾼 값으로 셉니다. 열쇠는 하루가 지나면 없애므로 지난날의 값에서 주소를 알아낼 수 없습니다.',
    en: '**Browsers that refuse cookies**: they are counted by address and browser name, mixed with a key of the day. The key is destroyed when the day is over, so that no address can be worked out from past days.',
  },
  'visits.privacy.signals.on': {
    ko: '**추적 거부**: 추적 거부(Do Not Track)나 Global Privacy Control 신호를 보내는 브라우저는 쿠키 없이 한 사람으로 세기만 하고, 본 페이지·기기·유입 경로·주소는 남기지 않습니다.',
    en: '**Asking not to be followed**: a browser that sends Do Not Track or Global Privacy Control is counted without a cookie, and neither pages nor device, origin or address are kept.',
  },
  'visits.privacy.signals.off': {
    ko: '**추적 거부**: 추적 거부(Do Not Track)나 Global Privacy Control 신호에 따라 다르게 처리하지 않습니다. 쿠키를 막으면 위와 같이 셉니다.',
    en: '**Asking not to be followed**: signals such as Do Not Track and Global Privacy Control change nothing here. Who refuses cookies is counted as said above.',
  },
  'visits.privacy.days': {
    ko: '**보관 기간**: 방문 하나하나의 기록은 {days}일이 지나면 지우고, 누구의 것인지 알 수 없는 합계만 남깁니다.',
    en: '**For how long**: records of single visits are deleted after {days} days. What stays are sums that tell of nobody.',
  },
  'visits.privacy.numbers': {
    ko: '**횟수만 세는 것**: 사이트에서 찾은 말, 없는 페이지의 주소와 그곳으로 이끈 링크는 누가 했는지 없이 횟수만 셉니다.',
    en: '**Mere numbers**: words looked for on the site, and addresses where nothing is with the links that led there, are counted without whose they were.',
  },
  'visits.privacy.views': {
    ko: '**글의 조회수**: 한 사람을 하루에 한 번만 세려고 회원 번호나 쿠키의 번호, 또는 되돌릴 수 없게 바꾼 값을 24시간 동안 둡니다.',
    en: '**Views of posts**: to count each reader once a day, the number of a member or of the cookie, or a value that can’t be turned back, is held for 24 hours.',
  },
  'visits.privacy.online': {
    ko: '**현재 접속자**: 로그인한 회원의 번호와 마지막으로 페이지를 본 때를 5분 동안 둡니다. 닉네임은 스스로 보이기로 한 회원만 보이고, 어느 페이지를 보는지는 두지 않습니다.',
    en: '**Who is here now**: the number of a member who is logged in, and when they last read a page, are held for five minutes. Only members who chose to be named are named; which page they read is not held.',
  },
  'visits.privacy.seen': {
    ko: '**브라우저에만 남는 것**: 접속자집계의 숫자를 지난번에 본 것과 견주려고 브라우저가 그 숫자를 기억합니다. 우리에게 보내지 않습니다.',
    en: '**In the browser alone**: it remembers the figures of the counter, to show how they have grown since. They are not sent to us.',
  },
  'visits.privacy.speed': {
    ko: '**속도**: 다섯 번에 한 번꼴로 브라우저가 페이지가 얼마나 빨리 떴는지를, 하루 한 번은 화면 크기의 갈래도 알려 줍니다. 누구의 것인지 없이 더한 수만 두며, 추적 거부(DNT)나 GPC 신호를 보내는 브라우저는 재지 않습니다.',
    en: '**Speed**: for about one page view in five the browser tells how fast the page came, and once a day the class of its screen. Only sums are kept, of nobody in particular; browsers that send Do Not Track or Global Privacy Control are not measured.',
  },
  'visits.privacy.nobody': {
    ko: '**다른 곳**: 이 기록을 아무에게도 주지 않으며, 다른 회사의 광고나 분석 도구를 쓰지 않습니다.',
    en: '**Others**: nobody else gets these records, and no other company’s advertising or analytics is used.',
  },
  'visits.privacy.set.title': { ko: '개인정보처리방침에 쓸 글', en: 'Words for the privacy policy' },
  'visits.privacy.set.about': {
    ko: '저장된 설정으로 만든 글입니다. 설정을 바꾸면 글도 바뀝니다. 이 사이트의 방침에는 아래처럼 들어가고, 다른 곳에 쓰려면 복사하세요.',
    en: 'Made of the settings as they are saved; when these change, so do the words. They stand in this site’s policy as said below. Copy them to use them elsewhere.',
  },
  'visits.privacy.set.ko': { ko: '한국어', en: 'Korean' },
  'visits.privacy.set.en': { ko: '영어', en: 'English' },
  'visits.privacy.set.standard': {
    ko: '지금 쓰는 기본 방침에 이미 들어 있습니다.',
    en: 'The policy is the standard one, and these words are in it already.',
  },
  'visits.privacy.set.inserted': {
    ko: '직접 쓴 방침의 {mark} 자리에 들어 있습니다.',
    en: 'They stand in your own policy where you wrote {mark}.',
  },
  'visits.privacy.set.missing': {
    ko: '직접 쓴 방침에는 아직 없습니다. 넣으면 끝에 제목과 {mark} 한 줄이 붙고, 읽는 사람에게는 그 자리에 위의 글이 보입니다. 자리는 사이트 정보에서 옮길 수 있습니다.',
    en: 'They are not in your own policy yet. Inserting them adds a heading and the line {mark} at its end; readers see the words above in its place. You can move that line under Site information.',
  },
  'visits.privacy.set.insert': { ko: '개인정보처리방침에 넣기', en: 'Insert into the privacy policy' },
  'visits.privacy.set.show': { ko: '방침 보기', en: 'See the policy' },
  'visits.privacy.set.done': { ko: '개인정보처리방침에 넣었습니다.', en: 'It stands in the privacy policy now.' },
  'visits.privacy.set.full': {
    ko: '방침이 너무 길어서 넣을 자리가 없습니다. 조금 줄인 뒤에 다시 해 주세요.',
    en: 'The policy is too long to take it in. Shorten it a little and try again.',
  },
} as const satisfies Catalogue
