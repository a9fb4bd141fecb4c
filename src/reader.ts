import type { RequestHandler } from 'express'
import type { AppContext, Reader, Viewer } from './context.ts'
import { csrfSecretOf } from './features/sessions/sessions.middleware.ts'
import { loadSettings } from './features/settings/settings.service.ts'
import { cookiesOf } from './lib/http/cookies.ts'
import { proveIntent } from './lib/http/csrf.ts'
import { localsOf } from './lib/http/route.ts'
import { type Locale, locales } from './lib/i18n/catalogue.ts'
import { chooseLocale } from './lib/i18n/locale.ts'
import { createTranslator } from './lib/i18n/translate.ts'
import { dateText } from './lib/time/date-text.ts'
import { messages } from './messages/messages.ts'

/** Puts the reader, and the proof that a changing request must give, where the routes find them. */
export function addReader(ctx: AppContext): RequestHandler {
  const readerOf = createReaders(ctx)
  return async (req, res, next) => {
    const locals = localsOf(res)
    const { zone } = await loadSettings(ctx)
    locals.reader = readerOf(locals.viewer, chooseLocale(cookiesOf(req)['lang'], req.get('accept-language')), zone)
    locals.proveIntent = () => proveIntent(req, csrfSecretOf(req))
    next()
  }
}

/** Most numbers of a page are so small that no language writes them otherwise. */
const numberText = (figures: Intl.NumberFormat, value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : figures.format(value)

/** Also for mails and error pages, which have no request of their own to ask. */
export function createReaders(ctx: Pick<AppContext, 'clock'>) {
  const words = Object.fromEntries(
    locales.map((locale) => [locale, { t: createTranslator(messages, locale), figures: new Intl.NumberFormat(locale) }]),
  ) as Record<Locale, { t: Reader['t']; figures: Intl.NumberFormat }>
  return (viewer: Viewer, locale: Locale, zone: string): Reader => {
    const now = ctx.clock.now()
    const { t, figures } = words[locale]
    return { viewer, locale, t, now, zone, date: (at) => dateText(at, now, zone), number: (value) => numberText(figures, value) }
  }
}
