import { z } from 'zod'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { visitSettings } from './visit-settings.types.ts'

const text = (max: number, value = '') => z.string().max(max).catch(value).default(value)

export const POLICY_LENGTH = 20_000

export const MOST_MEGABYTES = 1_000_000

export const adultProofs = ['staff', 'declared'] as const
export type AdultProof = (typeof adultProofs)[number]

/**
 * What an owner changes while the site runs, one row a name in `settings`. A value that is missing, or that an older version wrote
 * and this one can't read, falls back to its default alone.
 */
export const SiteSettingsSchema = z.object({
  siteNameKo: text(40, '마당'),
  siteNameEn: text(40, 'Madang'),
  descriptionKo: text(160, '함께 읽고 쓰는 우리 동네 게시판'),
  descriptionEn: text(160, 'A board where neighbours read and write together'),
  zone: z.string().refine(isZone).catch('Asia/Seoul').default('Asia/Seoul'),
  signUpOpen: z.boolean().catch(true).default(true),
  /** What makes a member an adult: staff who looked, or the member's own word. */
  adultProof: z.enum(adultProofs).catch('staff').default('staff'),
  /** What a member's files may take together; 0: no limit. */
  memberMegabytes: z.number().int().min(0).max(MOST_MEGABYTES).catch(1_024).default(1_024),
  /** Pages hear of new comments while they are open. */
  liveComments: z.boolean().catch(true).default(true),
  ...visitSettings,
  companyName: text(80),
  representative: text(60),
  address: text(200),
  businessNumber: text(40),
  phone: text(40),
  fax: text(40),
  mailOrderNumber: text(60),
  privacyOfficer: text(60),
  contactEmail: text(254),
  termsKo: text(POLICY_LENGTH),
  termsEn: text(POLICY_LENGTH),
  privacyKo: text(POLICY_LENGTH),
  privacyEn: text(POLICY_LENGTH),
})

export type SiteSettings = z.output<typeof SiteSettingsSchema>

export const siteName = (settings: SiteSettings, locale: Locale): string =>
  locale === 'ko' ? settings.siteNameKo : settings.siteNameEn || settings.siteNameKo
export const siteDescription = (settings: SiteSettings, locale: Locale): string =>
  locale === 'ko' ? settings.descriptionKo : settings.descriptionEn || settings.descriptionKo

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format() !== ''
  } catch {
    return false
  }
}
