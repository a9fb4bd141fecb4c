import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { Board } from '../boards/boards.types.ts'
import { type ListedPost, type PopularPeriod, type PopularPost, popularPeriods } from '../posts/posts.types.ts'
import { tagPath, tagsPath } from '../tags/tags.paths.ts'
import { commentRows, popularRows, streamLinks, streamRows } from './stream-rows.view-models.ts'
import { newPath, popularPath, popularPeriodPath, streamPath } from './streams.paths.ts'
import type { Span, Stream, StreamComment, StreamTab } from './streams.types.ts'
import type { TagCount } from './tags-in-use.read-models.ts'

export interface StreamPage extends Stream {
  heading: string
  about: string | null
}

interface At {
  tab?: 'comments' | undefined
  before?: number | undefined
}

type Found = { boards: Board[] } & ({ posts: Span<ListedPost> } | { comments: Span<StreamComment> })

/** Posts of all boards, or comments. Only the first page is one for search engines: what follows is another tomorrow. */
export function newPage(reader: Reader, found: Found, at: At): Reply {
  const { t } = reader
  const tab = (label: string, name?: 'comments'): StreamTab => ({
    label,
    path: streamPath(newPath, { tab: name }),
    current: at.tab === name,
  })
  const model: StreamPage = {
    heading: t('streams.new'),
    about: null,
    tabs: [tab(t('streams.posts')), tab(t('streams.comments'), 'comments')],
    posts: 'posts' in found ? streamRows(reader, found.boards, found.posts.rows) : null,
    comments: 'comments' in found ? commentRows(reader, found.boards, found.comments.rows) : null,
    empty: t('comments' in found ? 'streams.noComments' : 'streams.noPosts'),
    links: streamLinks(newPath, 'posts' in found ? found.posts : found.comments, at),
  }
  const first = at.before === undefined && at.tab === undefined
  return page('streams/show', model, {
    titles: [t(at.tab ? 'streams.newComments' : 'streams.new')],
    canonicalPath: streamPath(newPath, { tab: at.tab }),
    description: t('streams.new.about'),
    ...(first ? {} : { robots: 'noindex, follow' }),
  })
}

export function popularPage(reader: Reader, { boards, posts }: { boards: Board[]; posts: PopularPost[] }, period: PopularPeriod): Reply {
  const { t } = reader
  const model: StreamPage = {
    heading: t('streams.popular'),
    about: t('streams.popular.about'),
    tabs: popularPeriods.map((each) => ({ label: t(`streams.period.${each}`), path: popularPeriodPath(each), current: each === period })),
    posts: popularRows(reader, boards, posts),
    comments: null,
    empty: t('streams.popular.none'),
    links: { newest: null, older: null },
  }
  return page('streams/show', model, {
    titles: [t('streams.popularOf', { period: t(`streams.period.${period}`) })],
    canonicalPath: period === 'week' ? popularPath : popularPeriodPath(period),
    description: t('streams.popular.about'),
  })
}

/** A tag that nobody uses, and one that only posts use which one may not read, are the same: not found. */
export function tagPage(
  reader: Reader,
  tag: string,
  { boards, posts }: { boards: Board[]; posts: Span<ListedPost> },
  before?: number,
): Reply {
  const { t } = reader
  const none = posts.rows.length === 0 && before === undefined
  const model: StreamPage = {
    heading: `#${tag}`,
    about: null,
    tabs: [],
    posts: streamRows(reader, boards, posts.rows),
    comments: null,
    empty: t('streams.tag.none'),
    links: streamLinks(tagPath(tag), posts, { before }),
  }
  return page('streams/tag', model, {
    titles: [t('streams.tag.title', { tag })],
    status: none ? 404 : 200,
    canonicalPath: tagPath(tag),
    description: t('streams.tag.about', { tag }),
    ...(before === undefined ? {} : { robots: 'noindex, follow' }),
  })
}

export interface TagsPage {
  tags: { name: string; path: string; count: string; label: string }[]
}

export function tagsPage({ t, number }: Reader, tags: readonly TagCount[]): Reply {
  const model: TagsPage = {
    tags: tags.map(({ tag, count }) => ({
      name: `#${tag}`,
      path: tagPath(tag),
      count: number(count),
      label: t('streams.tag.count', { count }),
    })),
  }
  return page('streams/tags', model, { titles: [t('streams.tags')], canonicalPath: tagsPath, description: t('streams.tags.about') })
}
