import { join } from 'node:path'
import express from 'express'
import type { AppContext } from './context.ts'
import { edgeGuard } from './edge-cache.ts'
import { errorPages, notFound } from './error-pages.ts'
import { openLiveStreams } from './features/comments/live/live.middleware.ts'
import { keepRefusedForms } from './features/drafts/kept-forms.middleware.ts'
import { followOldAddresses } from './features/posts/old-addresses.middleware.ts'
import { countViews, createViewCounter } from './features/posts/views/view-counts.middleware.ts'
import { rememberReadings } from './features/reading-marks/reading-marks.middleware.ts'
import { addViewer, readSession } from './features/sessions/sessions.middleware.ts'
import { noteMissingPages } from './features/visits/missing-pages.middleware.ts'
import { countVisitsByFiles, serveDayImage } from './features/visits/page-files.middleware.ts'
import { createSpeedMeter, measureSpeed } from './features/visits/speed.middleware.ts'
import { openVisitRecorder } from './features/visits/visit-recorder.service.ts'
import { countVisits, createVisitCounter } from './features/visits/visits.middleware.ts'
import { createGuestPages } from './guest-pages.ts'
import { remembered } from './lib/cache/remember.ts'
import { knownHost, pathsOnly, securityHeaders } from './lib/http/headers.ts'
import { healthRoutes } from './lib/http/health.ts'
import { logRequests } from './lib/http/log-requests.ts'
import { pinWriters } from './lib/http/pin.ts'
import { localsOf } from './lib/http/route.ts'
import { noSuchAsset, serveAssets } from './lib/http/serve-assets.ts'
import { readAssets } from './lib/views/assets.ts'
import { guardAgainstOverload } from './overload.ts'
import { readFromReplicas } from './read-from-replicas.ts'
import { addReader, createReaders } from './reader.ts'
import { createPageRenderers, type RenderOptions } from './render-page.ts'
import { routes } from './routes.ts'
import { answerShownPages } from './shown-pages.ts'

const FORM_LIMIT = '512kb'
const PROXIES = 500

function rememberTrust(app: express.Application): void {
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean
  app.set(
    'trust proxy fn',
    remembered(PROXIES, (address) => trusts(address, 0)),
  )
}

/** The middleware, in order, each with its reason: the one place that knows the order. */
export function createApp(ctx: AppContext, options: RenderOptions = {}): express.Application {
  const assets = readAssets(join(import.meta.dirname, '../public'))
  const visits = openVisitRecorder(ctx)
  const countVisit = createVisitCounter(ctx, visits)
  const noteSpeed = createSpeedMeter(visits)
  const countView = createViewCounter(ctx)
  const overload = guardAgainstOverload(ctx, assets)
  const readerOf = createReaders(ctx)
  const countShown = (...[req, res, page, settings]: Parameters<typeof countVisit>) => {
    countVisit(req, res, page, settings)
    if (localsOf(res).shown?.viewedPost) res.once('finish', () => countView(req, res))
  }
  const guestPages = createGuestPages(ctx, {
    readerOf,
    overloaded: overload.overloaded,
    count(req, res, page, settings) {
      countShown(req, res, page, settings)
      noteSpeed(req, res, page, page.milliseconds)
    },
  })
  const shownPages = answerShownPages(ctx, { readerOf, count: countShown })
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', ctx.config.trustProxy)
  if (Array.isArray(ctx.config.trustProxy)) rememberTrust(app) // asked several times a request, of the same few proxies
  app.set('query parser', 'simple')
  for (const [name, render] of Object.entries(createPageRenderers(ctx, assets, options))) app.set(name, render)

  app.use(countVisitsByFiles(ctx, visits)) // a stylesheet can prove who looked at its page
  app.use(serveAssets(assets)) // ready in memory: nothing that follows has to do with them
  app.use(openLiveStreams(ctx)) // held open for as long as a page is looked at: no page, no visit, no turn, no session
  app.use(guestPages.answer) // what is kept needs nothing of what follows, and counts like any other page
  app.use(shownPages) // nor does this, by which pages tell that they are shown
  app.use(logRequests(ctx.log)) // before what may refuse, so that even a refused request has an id and a line
  app.use(securityHeaders()) // on every answer, errors included
  app.use(edgeGuard(ctx.config)) // looks last at every answer: what it may not keep it is told
  app.use(healthRoutes(ctx)) // needs neither session nor database to answer
  app.use(serveDayImage(ctx)) // proves who looked where the stylesheet is known
  app.use('/assets', noSuchAsset) // no session is read for a stylesheet
  app.use(measureSpeed(noteSpeed)) // from here on a page may have to wait
  app.use(knownHost(ctx.config)) // a forged Host must not end up in a link
  app.use(pathsOnly) // what follows takes an address for a path
  app.use(overload.reads) // over capacity, pages wait or are refused before they cost anything
  app.use(readSession(ctx))
  app.use(addViewer(ctx)) // who asks: one row by key, so that a ban or a lost level counts at once
  app.use(addReader(ctx)) // in which language, zone and theme they read
  app.use(countVisits(ctx, countVisit)) // looks at the answer; never waits for anything
  app.use(noteMissingPages(ctx, visits)) // and at those that are none
  app.use(countViews(countView)) // the same, for the post that was read
  app.use(rememberReadings(ctx)) // and marks it as read for the member who did
  if (ctx.replicas.length > 0) app.use(pinWriters) // before anything answers
  app.use(guestPages.keep) // before whatever asks the database
  app.use('/visitors/felt', express.urlencoded({ extended: false, limit: '1kb', parameterLimit: 8 })) // from everybody, and often
  app.use(express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 200 }))
  app.use(overload.writes) // and so are changes, when their form is here
  if (ctx.replicas.length > 0) app.use(readFromReplicas(ctx)) // what it doesn't answer goes on to the primary
  for (const { router } of routes(ctx)) app.use(router)
  app.use(notFound)
  app.use(followOldAddresses(ctx)) // what moved is found before it is said to be missing
  app.use(keepRefusedForms(ctx)) // what somebody wrote is kept before it is told what went wrong
  app.use(errorPages(ctx, assets))
  return app
}
