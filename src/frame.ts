import type { Request, Response } from 'express'
import type { AppContext, Reader, Viewer } from './context.ts'
import { listAllBoards } from './features/boards/boards.read-models.ts'
import { countWaitingComments } from './features/comments/guest-comments/waiting-comments.read-models.ts'
import { type ConsoleLink, consoleMenu, consoleStart } from './features/console/console.menu.ts'
import { draftOwner } from './features/drafts/draft-owner.service.ts'
import { memberPath } from './features/members/members.paths.ts'
import { loadMenu } from './features/menu/menu.read-models.ts'
import type { MenuLink } from './features/menu/menu.types.ts'
import { waitingPostsPath } from './features/moderation/moderation.paths.ts'
import { ownPagePath } from './features/pages/pages.paths.ts'
import { canReadPage } from './features/pages/pages.policy.ts'
import { listOwnPages } from './features/pages/pages.read-models.ts'
import { type OwnPage, pageTitle } from './features/pages/pages.types.ts'
import { listPopularPosts } from './features/posts/overview.read-models.ts'
import { postPath } from './features/posts/posts.paths.ts'
import { countWaitingPosts } from './features/posts/waiting-posts.read-models.ts'
import { reportsPath } from './features/reports/reports.paths.ts'
import { countOpenReports } from './features/reports/reports.read-models.ts'
import { type Display, displayChoices, displayOf } from './features/sessions/display.types.ts'
import { csrfTokenOf } from './features/sessions/sessions.middleware.ts'
import { loadSettings } from './features/settings/settings.service.ts'
import { siteDescription, siteName } from './features/settings/settings.types.ts'
import { siteInformation } from './features/settings/settings.view-models.ts'
import { offeredSets } from './features/stickers/stickers.read-models.ts'
import { receiptOf } from './features/visits/receipt.service.ts'
import { shownPagePath } from './features/visits/visits.paths.ts'
import { loadVisitFigures } from './features/visits/visits.read-models.ts'
import { type VisitCounter, visitCounter } from './features/visits/visits.view-models.ts'
import { jsonScriptHtml } from './lib/html/json-script.ts'
import { cookiesOf } from './lib/http/cookies.ts'
import { takeFlash } from './lib/http/flash.ts'
import type { PageHead } from './lib/http/reply.ts'
import { localsOf } from './lib/http/route.ts'
import type { Locale } from './lib/i18n/catalogue.ts'
import type { Assets } from './lib/views/assets.ts'
import type { MessageKey } from './messages/messages.ts'

/** What every page shows around its own part. */
export interface Frame {
  locale: Locale
  otherLocale: { code: Locale; name: string }
  theme: Display['theme']
  display: Display
  /** What of it the footer offers. */
  choices: { name: keyof Display; values: readonly string[]; chosen: string }[]
  siteName: string
  pageTitle: string
  /** Address of this page, for `returnTo`. */
  path: string
  canonicalUrl: string
  description: string
  socialImageUrl: string
  robots: string | null
  /** What stands on the page is for adults. */
  adult: boolean
  previousUrl: string | null
  nextUrl: string | null
  feed: { url: string; title: string } | null
  article: { publishedAt: string; modifiedAt: string | null } | null
  structuredDataHtml: string[]
  viewer: null | {
    nickname: string
    initial: string
    profilePath: string
    unread: number
    consolePath: string | null
    csrfToken: string
    draftOwner: string
  }
  menu: MenuLink[]
  /** Whether there are stickers to pick. */
  stickers: boolean
  /** null where there is none, or for others. */
  visits: VisitCounter | null
  popular: { title: string; path: string; commentCount: number; rank: number }[]
  siteInformation: { label: string; value: string; href: string | null }[]
  footerLinks: { label: string; path: string; strong: boolean }[]
  flash: null | { kind: 'success' | 'danger'; text: string }
  side: boolean
  /** The page shows the visitor counter itself. */
  countsItself: boolean
  /** What its browser hands back when the page is shown, and where; null: it counted as it left. */
  receipt: null | { text: string; path: string }
  /** Sections of the console that this viewer may open; empty elsewhere. */
  consoleMenu: ConsoleLink[]
}

/** Popular posts in the side column. */
const POPULAR_BESIDE = 5

export async function buildFrame(ctx: AppContext, assets: Assets, req: Request, res: Response, head: PageHead): Promise<Frame> {
  const { reader } = localsOf(res)
  const { viewer, locale } = reader
  const [settings, menu, boards, ownPages, figures, popular, stickers] = await Promise.all([
    loadSettings(ctx),
    loadMenu(ctx, reader, { path: req.path, board: head.board }),
    listAllBoards(ctx),
    listOwnPages(ctx),
    loadVisitFigures(ctx),
    listPopularPosts(ctx, viewer),
    offeredSets(ctx),
  ])
  const name = siteName(settings, locale)
  const base = ctx.config.baseUrl ?? `${req.protocol}://${req.host}`
  const url = (path: string) => base + path
  const flash = takeFlash(req, res)
  const display = displayOf(cookiesOf(req))
  return {
    locale,
    otherLocale: locale === 'ko' ? { code: 'en', name: 'English' } : { code: 'ko', name: '한국어' },
    theme: display.theme,
    display,
    choices: (['theme', 'textSize', 'density'] as const).map((name) => ({ name, values: displayChoices[name], chosen: display[name] })),
    siteName: name,
    // A post's title names its board, as readers know it; everything else names the site.
    pageTitle: head.titles.length >= 2 ? head.titles.join(' > ') : [...head.titles, name].join(' > '),
    path: req.originalUrl,
    canonicalUrl: url(head.canonicalPath ?? req.path),
    description: head.description ?? siteDescription(settings, locale),
    socialImageUrl: url(head.imagePath ?? assets.path('img/social-card.png')),
    robots: head.robots ?? ((head.status ?? 200) >= 400 ? 'noindex' : null),
    adult: (head.status ?? 200) < 400 && boards.some(({ slug, adultsOnly }) => adultsOnly && slug === head.board),
    previousUrl: head.previousPath === undefined ? null : url(head.previousPath),
    nextUrl: head.nextPath === undefined ? null : url(head.nextPath),
    feed: head.feed ? { url: url(head.feed.path), title: head.feed.title } : null,
    article: head.article
      ? { publishedAt: head.article.publishedAt.toISOString(), modifiedAt: head.article.modifiedAt?.toISOString() ?? null }
      : null,
    structuredDataHtml: (head.structuredData?.({ name, url }) ?? []).map(jsonScriptHtml),
    viewer: whoReads(ctx, req, viewer),
    menu,
    stickers: stickers.length > 0,
    visits: visitCounter(reader, settings, figures, head.side ?? true),
    popular: popular.slice(0, POPULAR_BESIDE).map((post, index) => ({
      title: post.title,
      path: postPath(post, post.number),
      commentCount: post.commentCount,
      rank: index + 1,
    })),
    siteInformation: siteInformation(reader, settings),
    footerLinks: footerLinks(reader, ownPages),
    flash: flash && flashText(reader, flash),
    side: head.side ?? true,
    countsItself: head.countsItself ?? false,
    receipt: receiptFor(ctx, req.path, head),
    consoleMenu: head.layout === 'console' ? consoleMenu(reader, req.path, await waitingInConsole(ctx, viewer)) : [],
  }
}

/** What a piece of a page knows of what stands around it: enough for its forms. */
export const partFrame = async (ctx: AppContext, req: Request, { viewer, locale }: Reader) => ({
  viewer: whoReads(ctx, req, viewer),
  locale,
  stickers: (await offeredSets(ctx)).length > 0,
})

const whoReads = (ctx: AppContext, req: Request, viewer: Viewer): Frame['viewer'] =>
  viewer.memberId === null
    ? null
    : {
        nickname: viewer.nickname,
        initial: [...viewer.nickname][0] ?? '',
        profilePath: memberPath(viewer.nickname),
        unread: 0,
        consolePath: consoleStart(viewer),
        csrfToken: csrfTokenOf(req),
        draftOwner: draftOwner(ctx, viewer.memberId),
      }

/** Behind a shared cache a page that leaves may be shown to many, or never: it counts when its browser tells. */
function receiptFor(ctx: AppContext, path: string, { status, viewedPost, searched }: PageHead): Frame['receipt'] {
  if (ctx.config.edgeCacheSeconds === 0 || (status ?? 200) !== 200) return null
  const receipt = receiptOf(ctx, path, { viewedPost: viewedPost ?? null, searched: searched ?? null })
  return { text: receipt, path: shownPagePath({ receipt }) }
}

/** What waits for who keeps order, beside the sections where it does. */
const waitingInConsole = async (ctx: AppContext, viewer: Viewer) => ({
  [reportsPath()]: await countOpenReports(ctx, viewer),
  [waitingPostsPath()]: (await countWaitingPosts(ctx, viewer)) + (await countWaitingComments(ctx, viewer)),
})

const footerLinks = ({ t, viewer, locale }: Reader, ownPages: readonly OwnPage[]): Frame['footerLinks'] => [
  ...ownPages
    .filter((own) => own.inFooter === 1 && canReadPage(viewer, own))
    .map((own) => ({ label: pageTitle(own, locale), path: ownPagePath(own), strong: false })),
  { label: t('frame.terms'), path: '/terms', strong: false },
  // The law on personal information wants this link to stand out.
  { label: t('frame.privacy'), path: '/privacy', strong: true },
]

/** The cookie comes from outside: words that we don't have, or that want to know more than it says, are none. */
function flashText({ t }: Reader, { kind, key, args }: NonNullable<ReturnType<typeof takeFlash>>): Frame['flash'] {
  try {
    return { kind, text: t(key as MessageKey, args) }
  } catch {
    return null
  }
}
