import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { type FormState, readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listOwnPages, loadOwnPageById } from '../pages/pages.read-models.ts'
import { addPage, changePage, movePage, removePage } from '../pages/pages.service.ts'
import { consolePagesPath, newPagePath } from './console.paths.ts'
import { OwnParams } from './console-menu.schemas.ts'
import { OwnPageForm } from './console-pages.schemas.ts'
import { draftOfPage, editorPage, pagesPage, removePagePage } from './console-pages.view-models.ts'

export function consolePageRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: OwnParams }
  const own = `${consolePagesPath}/:own`

  get(consolePagesPath, { access: administratorsOnly }, async ({ reader }) => pagesPage(reader, await listOwnPages(ctx)))

  get(newPagePath, { access: administratorsOnly }, ({ reader }) => editorPage(reader, null, { draft: draftOfPage(null), errors: {} }))

  post(newPagePath, { access: administratorsOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(OwnPageForm, body)
    if (!form.ok) return editorPage(reader, null, form)
    if (asksForPreview(form)) return editorPage(reader, null, { draft: form.draft, errors: {} }, true)
    if (!(await addPage(ctx, viewer, form.data))) return editorPage(reader, null, slugTaken(form))
    return redirect(consolePagesPath, { kind: 'success', key: 'console.saved' })
  })

  get(own, one, async ({ reader, params }) => {
    const known = await loadOwnPageById(ctx, params.own)
    return editorPage(reader, known, { draft: draftOfPage(known), errors: {} })
  })

  post(own, one, async ({ viewer, reader, params, body }) => {
    const known = await loadOwnPageById(ctx, params.own)
    const form = readForm(OwnPageForm, body)
    if (!form.ok) return editorPage(reader, known, form)
    if (asksForPreview(form)) return editorPage(reader, known, { draft: form.draft, errors: {} }, true)
    if (!(await changePage(ctx, viewer, known.id, form.data))) return editorPage(reader, known, slugTaken(form))
    return redirect(consolePagesPath, { kind: 'success', key: 'console.saved' })
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`${own}/${to}`, one, async ({ viewer, params }) => {
      await movePage(ctx, viewer, await loadOwnPageById(ctx, params.own), by)
      return redirect(consolePagesPath)
    })
  }

  get(`${own}/remove`, one, async ({ reader, params }) => removePagePage(reader, await loadOwnPageById(ctx, params.own)))

  post(`${own}/remove`, one, async ({ viewer, params }) => {
    await removePage(ctx, viewer, params.own)
    return redirect(consolePagesPath, { kind: 'success', key: 'console.ownPage.removed' })
  })

  return { router, doors }
}

const asksForPreview = ({ draft }: Pick<FormState, 'draft'>): boolean => draft['action'] === 'preview'
const slugTaken = ({ draft }: Pick<FormState, 'draft'>): FormState => ({ draft, errors: { slug: 'console.ownPage.slug.taken' } })
