import type { Reader } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { renderMarkdown } from '../../lib/html/markdown.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { visitorsText, withVisitorsText } from '../visits/visit-privacy.policy.ts'
import { type SiteSettings, siteName } from './settings.types.ts'

export interface SiteFact {
  label: string
  value: string
  href: string | null
}

type FactName =
  | 'companyName'
  | 'representative'
  | 'address'
  | 'businessNumber'
  | 'phone'
  | 'fax'
  | 'mailOrderNumber'
  | 'privacyOfficer'
  | 'contactEmail'

const facts: readonly FactName[] = [
  'companyName',
  'representative',
  'address',
  'businessNumber',
  'mailOrderNumber',
  'phone',
  'fax',
  'contactEmail',
  'privacyOfficer',
]

/** Who runs the site, as Korean law wants it on every page: what the owner has filled in, and nothing else. */
export const siteInformation = ({ t }: Pick<Reader, 't'>, settings: SiteSettings): SiteFact[] =>
  facts
    .filter((name) => settings[name].trim() !== '')
    .map((name) => ({
      label: t(`settings.${name}` satisfies MessageKey),
      value: settings[name].trim(),
      href: hrefOf(name, settings[name]),
    }))

function hrefOf(name: FactName, value: string): string | null {
  if (name === 'phone') {
    const digits = value.replace(/(?!^\+)\D/g, '')
    return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null
  }
  if (name === 'contactEmail') return /^[^\s@?&]+@[^\s@?&]+$/.test(value.trim()) ? `mailto:${value.trim()}` : null
  return null
}

export interface PolicyPage {
  title: string
  textHtml: string
}

export function termsPage({ t, locale }: Reader, settings: SiteSettings): Reply {
  const own = inLanguage(locale, settings.termsKo, settings.termsEn)
  return policyPage(t, t('settings.terms'), own || t('settings.defaultTerms', { site: siteName(settings, locale) }), '/terms')
}

export function privacyPage({ t, locale }: Reader, settings: SiteSettings): Reply {
  const own = inLanguage(locale, withVisitorsText('ko', settings.privacyKo, settings), withVisitorsText('en', settings.privacyEn, settings))
  const contact = [settings.privacyOfficer.trim(), settings.contactEmail.trim()].filter(Boolean).join(', ')
  const whomToAsk = contact ? t('settings.privacyContact', { contact }) : t('settings.askUs')
  const visitors = visitorsText(locale, settings)
  const ours = t('settings.defaultPrivacy', { site: siteName(settings, locale), contact: whomToAsk, visitors })
  return policyPage(t, t('settings.privacy'), own || ours, '/privacy')
}

/** An owner who wrote one language only is shown in it: their own words bind, ours in the other language would not. */
const inLanguage = (locale: Locale, korean: string, english: string): string =>
  locale === 'ko' ? korean.trim() || english.trim() : english.trim() || korean.trim()

function policyPage(t: Reader['t'], title: string, source: string, canonicalPath: string): Reply {
  const model: PolicyPage = { title, textHtml: wordedHtml(renderMarkdown(source).html, t) }
  return page('settings/policy', model, { titles: [title], canonicalPath })
}

/** Search engines read boards and posts; what needs a log-in, or answers anew for each question, is nothing for them. */
export const robotsText = (): string => ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), 'Allow: /', ''].join('\n')

const closed = [
  ...['/console', '/login', '/logout', '/signup', '/setup', '/me', '/search', '/preferences', '/uploads', '/preview'],
  ...['/*/write$', '/*/*/edit$', '/*/*/delete$', '/healthz', '/readyz'],
]
