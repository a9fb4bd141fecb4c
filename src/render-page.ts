import { join } from 'node:path'
import type { AppContext, Reader } from './context.ts'
import { buildFrame, partFrame } from './frame.ts'
import { GUESTS_PAGE, type RenderPage, type RenderPart } from './lib/http/reply.ts'
import { localsOf } from './lib/http/route.ts'
import type { Assets } from './lib/views/assets.ts'
import { createRenderer, type Render } from './lib/views/render.ts'

export interface RenderOptions {
  /** Templates compiled anew for each page, for developing. */
  watch?: boolean
  /** A template that asks for what its model lacks throws: the tests' setting. */
  checkTemplates?: boolean
}

const viewsDir = join(import.meta.dirname, '../views')

/** What prints pages, and pieces of them by the same templates. */
export function createPageRenderers(ctx: AppContext, assets: Assets, { watch = false, checkTemplates = false }: RenderOptions) {
  const render = createRenderer(viewsDir, { watch, check: checkTemplates })
  return { renderPage: pageRenderer(ctx, assets, render), renderPart: partRenderer(ctx, assets, render) }
}

/** A page: its own template, then the layout around it. Guests' pages may be kept by their browser but are asked for again; members' never. */
const pageRenderer =
  (ctx: AppContext, assets: Assets, render: Render): RenderPage =>
  async (req, res, { view, model, head }) => {
    const { reader } = localsOf(res)
    const frame = await buildFrame(ctx, assets, req, res, head)
    const shared = { frame, t: reader.t, asset: assets.path }
    const bodyHtml = render(view, model, shared)
    const forAll = reader.viewer.memberId === null && (head.status ?? 200) === 200 && head.kept !== false
    localsOf(res).shown = { viewedPost: head.viewedPost ?? null, searched: head.searched ?? null, tells: frame.receipt !== null }
    res
      .set('Cache-Control', forAll ? GUESTS_PAGE : 'no-store')
      .vary('Accept-Language')
      .vary('Cookie')
    return render(`layouts/${head.layout ?? 'site'}`, { bodyHtml }, shared)
  }

const partRenderer =
  (ctx: AppContext, assets: Assets, render: Render): RenderPart =>
  async (req, res, { view, model, status }) => {
    const { reader } = localsOf(res)
    // A member's has their words in it, and a token of theirs in its forms; guests who ask for a piece in the same moment are all given one.
    const forAll = req.method === 'GET' && reader.viewer.memberId === null && status === 200
    res.set('Cache-Control', forAll ? GUESTS_PAGE : 'no-store')
    return render(view, model, { frame: await partFrame(ctx, req, reader), t: reader.t, asset: assets.path }).trim()
  }

/** A page that stands when nothing else does: no frame, no database, only words and the stylesheet. */
export function createBarePage(assets: Assets) {
  const render = createRenderer(viewsDir)
  return (reader: Reader, view: string, model: object, title: string): string => {
    const shared = { t: reader.t, asset: assets.path, frame: null, locale: reader.locale, title }
    return render('layouts/bare', { bodyHtml: render(view, model, shared) }, shared)
  }
}
