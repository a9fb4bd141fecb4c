/** What the first request of a visit tells about it: kinds and names, nothing by which anybody could be found again. */
export interface VisitFacts {
  referrerKind: 'search' | 'social' | 'messenger' | 'mail' | 'direct' | 'site'
  /** Domain without `www.`. */
  referrer: string | null
  /** Host and path, without the query. */
  referrerPage: string | null
  /** What was searched for, where the referrer gives it. */
  words: string | null
  campaign: string | null
  browser: string
  system: string
  device: 'phone' | 'tablet' | 'desk' | 'other'
  /** The first that the browser asks for, `ko`, `en`, …; empty when it names none. */
  language: string
  /** The app in which the page is shown, `KakaoTalk`, `Naver`, … */
  app: string | null
  /** Name of a bot that says it is one. */
  bot: string | null
}
