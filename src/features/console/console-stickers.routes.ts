import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { readForm, refuseForm } from '../../lib/http/form.ts'
import { receivedImages, receiveImages } from '../../lib/http/receive-images.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listSets, loadSet } from '../stickers/stickers.read-models.ts'
import { addSet, addStickers, arrangeStickers, changeSet, moveSet, removeSet } from '../stickers/stickers.service.ts'
import { AT_ONCE } from '../stickers/stickers.types.ts'
import { consoleSetPath, consoleStickersPath, newSetPath } from './console.paths.ts'
import { OwnParams } from './console-menu.schemas.ts'
import { NewSetForm, SetForm, stickerWishes } from './console-stickers.schemas.ts'
import { draftOfSet, newSetPage, removeSetPage, setPage, setsPage } from './console-stickers.view-models.ts'

/** The sets of stickers that the site has for comments. */
export function consoleStickerRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: OwnParams }
  const own = `${consoleStickersPath}/:own`
  const before = [receiveImages(ctx, async () => AT_ONCE)]
  const saved = { kind: 'success', key: 'console.saved' } as const

  get(consoleStickersPath, { access: administratorsOnly }, async ({ reader }) => setsPage(reader, await listSets(ctx)))

  get(newSetPath, { access: administratorsOnly }, ({ reader }) => newSetPage(reader, { draft: draftOfSet(null), errors: {} }))

  post(newSetPath, { access: administratorsOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(NewSetForm, body)
    if (!form.ok) return newSetPage(reader, form)
    if (await addSet(ctx, viewer, form.data)) return redirect(consoleStickersPath, saved)
    return newSetPage(reader, { errors: {}, ...refuseForm(form.draft, 'slug', 'console.stickers.slug.taken') })
  })

  get(own, one, async ({ reader, params }) => {
    const set = await loadSet(ctx, params.own)
    return setPage(reader, set, { draft: draftOfSet(set), errors: {} })
  })

  post(own, one, async ({ viewer, reader, params, body }) => {
    const set = await loadSet(ctx, params.own)
    const form = readForm(SetForm, body)
    if (!form.ok) return setPage(reader, set, form)
    await changeSet(ctx, viewer, set.id, form.data)
    return redirect(consoleSetPath(set), saved)
  })

  post(`${own}/add`, { ...one, before }, async ({ viewer, params, req }) => {
    const set = await loadSet(ctx, params.own)
    const added = await addStickers(ctx, viewer, set, receivedImages(req))
    return redirect(
      consoleSetPath(set),
      added > 0
        ? { kind: 'success', key: 'console.stickers.added', args: { count: added } }
        : { kind: 'danger', key: 'console.stickers.noneAdded' },
    )
  })

  post(`${own}/arrange`, one, async ({ viewer, params, body }) => {
    const set = await loadSet(ctx, params.own)
    const ids = set.stickers.map(({ id }) => id)
    await arrangeStickers(ctx, viewer, set.id, stickerWishes(body, ids))
    return redirect(consoleSetPath(set), saved)
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`${own}/${to}`, one, async ({ viewer, params }) => {
      await moveSet(ctx, viewer, (await loadSet(ctx, params.own)).id, by)
      return redirect(consoleStickersPath)
    })
  }

  get(`${own}/remove`, one, async ({ reader, params }) => removeSetPage(reader, await loadSet(ctx, params.own)))

  post(`${own}/remove`, one, async ({ viewer, params }) => {
    await removeSet(ctx, viewer, await loadSet(ctx, params.own))
    return redirect(consoleStickersPath, { kind: 'success', key: 'console.stickers.removed' })
  })

  return { router, doors }
}
