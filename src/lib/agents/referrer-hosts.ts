export type ReferrerKind = 'search' | 'social' | 'messenger' | 'mail' | 'direct' | 'site'

const hosts: readonly (readonly [kind: ReferrerKind, hosts: string])[] = [
  [
    'search',
    'search.naver.com search.daum.net search.nate.com search.zum.com bing.com search.yahoo.com search.yahoo.co.jp duckduckgo.com baidu.com ' +
      'ya.ru ecosia.org search.brave.com startpage.com qwant.com kagi.com',
  ],
  [
    'social',
    'facebook.com fb.com fb.me instagram.com x.com twitter.com t.co threads.net threads.com youtube.com youtu.be reddit.com redd.it ' +
      'cafe.naver.com blog.naver.com post.naver.com cafe.daum.net tistory.com brunch.co.kr story.kakao.com band.us linkedin.com lnkd.in ' +
      'pinterest.com pinterest.co.kr pin.it tiktok.com bsky.app mastodon.social weibo.com vk.com',
  ],
  [
    'messenger',
    'talk.kakao.com open.kakao.com pf.kakao.com line.me t.me telegram.org telegram.me discord.com discordapp.com slack.com whatsapp.com wa.me ' +
      'messenger.com wechat.com',
  ],
  [
    'mail',
    'mail.google.com mail.naver.com mail.daum.net mail.kakao.com mail.nate.com outlook.live.com outlook.office.com outlook.office365.com ' +
      'mail.yahoo.com mail.yandex.com mail.yandex.ru e.mail.ru mail.proton.me mail.zoho.com mail.worksmobile.com',
  ],
]

const kinds: ReadonlyMap<string, ReferrerKind> = new Map(
  hosts.flatMap(([kind, list]) => list.split(' ').map((host) => [host, kind] as const)),
)

/** These have a host for nearly every country; of their other services none is a search. */
const OF_EVERY_COUNTRY = /^(?:m\.)?(?:google|yandex)\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/

/** By the host itself or one that it stands below; never by a part of its name. */
export function kindOfHost(host: string): ReferrerKind {
  if (OF_EVERY_COUNTRY.test(host)) return 'search'
  const labels = host.split('.')
  for (let first = 0; first < labels.length - 1; first += 1) {
    const kind = kinds.get(labels.slice(first).join('.'))
    if (kind) return kind
  }
  return 'site'
}

/** Apps of Android that name themselves in place of a page, and the site whose they are. */
export const androidApps: Readonly<Record<string, readonly [host: string, kind: ReferrerKind]>> = {
  'com.google.android.googlequicksearchbox': ['google.com', 'search'],
  'com.google.android.gm': ['mail.google.com', 'mail'],
  'com.nhn.android.search': ['naver.com', 'search'],
  'com.nhn.android.mail': ['mail.naver.com', 'mail'],
  'com.nhn.android.navercafe': ['cafe.naver.com', 'social'],
  'com.nhn.android.band': ['band.us', 'social'],
  'net.daum.android.daum': ['daum.net', 'search'],
  'com.kakao.talk': ['kakaotalk', 'messenger'],
  'com.kakao.story': ['story.kakao.com', 'social'],
  'com.facebook.katana': ['facebook.com', 'social'],
  'com.facebook.orca': ['messenger.com', 'messenger'],
  'com.instagram.android': ['instagram.com', 'social'],
  'com.twitter.android': ['x.com', 'social'],
  'com.reddit.frontpage': ['reddit.com', 'social'],
  'com.linkedin.android': ['linkedin.com', 'social'],
  'jp.naver.line.android': ['line.me', 'messenger'],
  'org.telegram.messenger': ['telegram.org', 'messenger'],
  'com.discord': ['discord.com', 'messenger'],
  'com.slack': ['slack.com', 'messenger'],
  'com.whatsapp': ['whatsapp.com', 'messenger'],
}
