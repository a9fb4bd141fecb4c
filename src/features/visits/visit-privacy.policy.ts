import type { Locale } from '../../lib/i18n/catalogue.ts'
import { createTranslator } from '../../lib/i18n/translate.ts'
import { messages } from '../../messages/messages.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from './visitor-cookie.types.ts'

/** Where it stands in a policy of the owner's own words, readers see what the settings say at that moment. */
export const VISITORS_MARK = '{{visitors}}'

const words = { ko: createTranslator(messages, 'ko'), en: createTranslator(messages, 'en') }

export type PolicyWords = Pick<SiteSettings, 'privacyKo' | 'privacyEn'>

const DAY_SECONDS = 86_400

/** What a privacy policy says about the counter, as Markdown: a list without a heading. */
export function visitorsText(locale: Locale, settings: SiteSettings): string {
  const t = words[locale]
  const lines = [
    t('visits.privacy.what'),
    t('visits.privacy.address'),
    t('visits.privacy.cookie', { name: `\`${VISITOR_COOKIE}\``, days: VISITOR_COOKIE_SECONDS / DAY_SECONDS }),
    t('visits.privacy.noCookie'),
    t(settings.visitHonoursSignals ? 'visits.privacy.signals.on' : 'visits.privacy.signals.off'),
    t('visits.privacy.days', { days: settings.visitRowDays }),
    t('visits.privacy.numbers'),
    t('visits.privacy.views'),
    t('visits.privacy.online'),
    t('visits.privacy.seen'),
    t('visits.privacy.speed'),
    t('visits.privacy.nobody'),
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}

/** The owner's own policy in that language, as readers see it. */
export const withVisitorsText = (locale: Locale, own: string, settings: SiteSettings): string =>
  own.replaceAll(VISITORS_MARK, () => `\n\n${visitorsText(locale, settings)}\n\n`)

/** `standard`: the owner wrote no policy, and ours has the words. */
export function whereWordsStand({ privacyKo, privacyEn }: PolicyWords): 'standard' | 'inserted' | 'missing' {
  const own = [privacyKo, privacyEn].filter((text) => text.trim() !== '')
  if (own.length === 0) return 'standard'
  return own.every((text) => text.includes(VISITORS_MARK)) ? 'inserted' : 'missing'
}

/** The owner's own policy with the mark at its end, in each language that has one. */
export function markedPolicy({ privacyKo, privacyEn }: PolicyWords): PolicyWords {
  const marked = (text: string, locale: Locale) =>
    text.trim() === '' || text.includes(VISITORS_MARK)
      ? text
      : `${text.trimEnd()}\n\n# ${words[locale]('visits.privacy.title')}\n\n${VISITORS_MARK}`
  return { privacyKo: marked(privacyKo, 'ko'), privacyEn: marked(privacyEn, 'en') }
}
