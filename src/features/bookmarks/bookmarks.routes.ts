import type { AppContext } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { wantsPart } from '../../lib/http/asked-by-script.ts'
import { BadRequest } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { json, redirect } from '../../lib/http/reply.ts'
import { returnTo } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import { bookmarksPath } from './bookmarks.paths.ts'
import { listBookmarks } from './bookmarks.read-models.ts'
import { BookmarkForm, BookmarkParams, BookmarksQuery, PostParams, PressForm } from './bookmarks.schemas.ts'
import { bookmark, changeBookmark, removeBookmark } from './bookmarks.service.ts'
import { bookmarkButton } from './bookmarks.types.ts'
import { bookmarksPage } from './bookmarks.view-models.ts'

export function bookmarkRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/me/bookmarks', { access: membersOnly, query: BookmarksQuery }, async ({ viewer, reader, query }) =>
    bookmarksPage(reader, await listBookmarks(ctx, viewer, query)),
  )

  post('/me/bookmarks/:id', { access: membersOnly, params: BookmarkParams }, async ({ viewer, reader, params, body }) => {
    const form = readForm(BookmarkForm, body)
    // The page as it stood, with the form that was refused open in it.
    if (!form.ok) return bookmarksPage(reader, await listBookmarks(ctx, viewer, queryOf(form.draft['here'])), { ...form, id: params.id })
    await changeBookmark(ctx, viewer, params.id, form.data)
    return redirect(returnTo(form.draft['here'], bookmarksPath()), { kind: 'success', key: 'bookmarks.flash.changed' })
  })

  post('/me/bookmarks/:id/remove', { access: membersOnly, params: BookmarkParams }, async ({ viewer, params, body }) => {
    await removeBookmark(ctx, viewer, params.id)
    const { draft } = readForm(PressForm, body)
    return redirect(returnTo(draft['here'], bookmarksPath()), { kind: 'success', key: 'bookmarks.flash.removed' })
  })

  post('/:board/:number/bookmark', { access: membersOnly, params: PostParams }, async ({ viewer, params, body, req }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const kept = await loadPost(ctx, viewer, board, params.number)
    const form = readForm(PressForm, body)
    if (!form.ok) throw new BadRequest('neither kept nor given up')
    const { bookmark: wish } = form.data
    await bookmark(ctx, viewer, kept, wish)
    if (wantsPart(req)) return json({ bookmark: bookmarkButton(wish === 'add') })
    const flash = wish === 'add' ? 'bookmarks.flash.added' : 'bookmarks.flash.removed'
    return redirect(returnTo(form.data.returnTo, postPath(board, params.number)), { kind: 'success', key: flash })
  })

  return { router, doors }
}

const queryOf = (here: string | undefined) => BookmarksQuery.parse(Object.fromEntries(new URLSearchParams(here?.split('?')[1])))
