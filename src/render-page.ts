import { join } from 'node:path'
import type { AppContext, Reader } from './context.ts'
import { buildFrame } from './frame.ts'
import { GUESTS_PAGE, type RenderPage } from './lib/http/reply.ts'
import { localsOf } from './lib/http/route.ts'
import type { Assets } from './lib/views/assets.ts'
import { createRenderer } from './lib/views/render.ts'

export interface RenderOptions {
  /** Templates compiled anew for each page, for developing. */
  watch?: boolean
  /** A template that asks for what its model lacks throws: the tests' setting. */
  checkTemplates?: boolean
}

/** A page: its own template, then the layout around it. Guests' pages may be kept by their browser but are asked for again; members' never. */
export function createPageRenderer(ctx: AppContext, assets: Assets, options: RenderOptions): RenderPage {
  const render = createRenderer(join(import.meta.dirname, '../views'), {
    watch: options.watch ?? false,
    check: options.checkTemplates ?? false,
  })
  return async (req, res, { view, model, head }) => {
    const { reader } = localsOf(res)
    const frame = await buildFrame(ctx, assets, req, res, head)
    const shared = { frame, t: reader.t, asset: assets.path }
    const bodyHtml = render(view, { ...model, ...shared })
    const forAll = reader.viewer.memberId === null && (head.status ?? 200) === 200 && head.kept !== false
    localsOf(res).shown = { viewedPost: head.viewedPost ?? null, searched: head.searched ?? null, tells: frame.receipt !== null }
    res
      .set('Cache-Control', forAll ? GUESTS_PAGE : 'no-store')
      .vary('Accept-Language')
      .vary('Cookie')
    return render(`layouts/${head.layout ?? 'site'}`, { ...shared, bodyHtml })
  }
}

/** A page that stands when nothing else does: no frame, no database, only words and the stylesheet. */
export function createBarePage(assets: Assets) {
  const render = createRenderer(join(import.meta.dirname, '../views'))
  return (reader: Reader, view: string, model: object, title: string): string => {
    const shared = { t: reader.t, asset: assets.path, frame: null, locale: reader.locale, title }
    return render('layouts/bare', { ...shared, bodyHtml: render(view, { ...model, ...shared }) })
  }
}
