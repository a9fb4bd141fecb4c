import { createHash } from 'node:crypto'
import { escapeHtml } from '../../lib/html/escape.ts'
import { json, type Reply, text } from '../../lib/http/reply.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { createTranslator } from '../../lib/i18n/translate.ts'
import { messages } from '../../messages/messages.ts'
import { type SiteSettings, siteName } from '../settings/settings.types.ts'
import type { VisitNumbers } from './visits.read-models.ts'

const words = { ko: createTranslator(messages, 'ko'), en: createTranslator(messages, 'en') }

/** Any site may show them, from anybody's cache. The mark is that of the figures alone: while they stand, there is nothing to send again. */
const forOthers = (of: unknown): Record<string, string> => ({
  'Cache-Control': 'public, max-age=5',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  ETag: `"${createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 22)}"`,
})

/** Who is here now is left out where not everyone is shown it. */
export function figuresForOthers({ visitOnlineFor }: SiteSettings, { online, ...numbers }: VisitNumbers, at: Date): Reply {
  const figures = { ...numbers, ...(visitOnlineFor === 'everyone' && online !== null ? { online } : {}) }
  return json({ ...figures, at: at.toISOString() }, 200, forOthers(figures))
}

const HEIGHT = 28
const SIDE = 10
const SIZE = 13
const fonts = "system-ui,-apple-system,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif"

/** No font of ours comes along: the widths of letters as system fonts have them, to which the text is then fitted. */
export const widthOf = (value: string): number =>
  Math.ceil([...value].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 0.92 : /[\s.,|]/.test(sign) ? 0.3 : 0.58) * SIZE, 0))

/** Its own ground and a border: it reads the same on a light page and on a dark one. */
export function badge(locale: Locale, settings: SiteSettings, { today, total }: VisitNumbers): Reply {
  const t = words[locale]
  const figures = new Intl.NumberFormat(locale)
  const said = `${t('frame.visits.today')} ${figures.format(today)} | ${t('frame.visits.total')} ${figures.format(total)}`
  const width = widthOf(said)
  const title = escapeHtml(`${siteName(settings, locale)}: ${said}`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * SIDE}" height="${HEIGHT}" role="img" aria-label="${title}" lang="${locale}">
<title>${title}</title>
<rect x=".5" y=".5" width="${width + 2 * SIDE - 1}" height="${HEIGHT - 1}" rx="6" fill="#fff" stroke="#8b93a1"/>
<text x="${SIDE}" y="18.5" fill="#1f2530" font-family="${fonts}" font-size="${SIZE}" font-weight="600" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeHtml(said)}</text>
</svg>
`
  return text(svg, 'image/svg+xml', forOthers(svg))
}
