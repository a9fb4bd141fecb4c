import type { AppContext, Reader } from '../../context.ts'
import { boardsShownElsewhere } from '../posts/overview.read-models.ts'
import { commentRows, streamLinks, streamRows } from './stream-rows.view-models.ts'
import { streamPath } from './streams.paths.ts'
import { listComments, listPostsBy } from './streams.read-models.ts'
import type { Stream } from './streams.types.ts'

/** What a member wrote, ready for `views/streams/_stream.ejs`: nothing of a board that the reader may not read, nothing secret, nothing anonymous. */
export async function loadAuthorStream(
  ctx: AppContext,
  reader: Reader,
  authorId: number,
  { base, tab, before }: { base: string; tab?: 'comments' | undefined; before?: number | undefined },
): Promise<Stream> {
  const { t } = reader
  const boards = await boardsShownElsewhere(ctx, reader.viewer)
  const tabs = [
    { label: t('streams.posts'), path: base, current: tab === undefined },
    { label: t('streams.comments'), path: streamPath(base, { tab: 'comments' }), current: tab === 'comments' },
  ]
  if (tab === 'comments') {
    const found = await listComments(ctx.db, boards, { authorId, before })
    const comments = commentRows(reader, boards, found.rows, { named: false })
    return { tabs, posts: null, comments, empty: t('streams.noComments'), links: streamLinks(base, found, { tab, before }) }
  }
  const found = await listPostsBy(ctx.db, boards, authorId, before)
  const posts = streamRows(reader, boards, found.rows, { named: false })
  return { tabs, posts, comments: null, empty: t('streams.noPosts'), links: streamLinks(base, found, { before }) }
}
