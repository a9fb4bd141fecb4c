import { generateRssFeed } from 'feedsmith'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { excerpt } from '../../lib/html/excerpt.ts'
import { GUESTS_PAGE, type Reply, text } from '../../lib/http/reply.ts'
import { createTranslator } from '../../lib/i18n/translate.ts'
import { messages } from '../../messages/messages.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardDescription, boardName } from '../boards/boards.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import type { FeedPost } from './feeds.read-models.ts'

const korean = createTranslator(messages, 'ko')

export interface FeedOf {
  site: { name: string; description: string; base: string }
  path: string
  /** null: of all boards. */
  board: Board | null
  boards: readonly Board[]
  posts: readonly FeedPost[]
}

/** RSS 2.0 with the whole text, as readers of Korean boards know it. Its language is the site's first: a program has no other. */
export function feedReply({ site, path, board, boards, posts }: FeedOf): Reply {
  const url = (at: string) => site.base + at
  const title = board === null ? site.name : `${boardName(board, 'ko')} > ${site.name}`
  const changedAt = new Date(Math.max(0, ...posts.map(({ createdAt, editedAt }) => (editedAt ?? createdAt).getTime())))
  const bySlug = new Map(boards.map((each) => [each.id, each]))
  const xml = generateRssFeed({
    title: clean(title),
    link: url(board === null ? '/' : boardPath(board)),
    description: clean((board && boardDescription(board, 'ko')) || site.description || title),
    language: 'ko',
    ...(posts.length > 0 ? { lastBuildDate: changedAt } : {}),
    atom: { links: [{ href: url(path), rel: 'self', type: 'application/rss+xml' }] },
    items: posts.flatMap((post) => {
      const of = bySlug.get(post.boardId)
      return of ? [feedItem(post, of, url)] : []
    }),
  })
  return text(xml, 'application/rss+xml; charset=utf-8', {
    'Cache-Control': GUESTS_PAGE,
    ...(posts.length > 0 ? { 'Last-Modified': changedAt.toUTCString() } : {}),
  })
}

function feedItem(post: FeedPost, board: Board, url: (path: string) => string) {
  const link = url(postPath(board, post.number))
  const name = post.anonymous === 1 ? null : (post.nickname ?? post.guestName)
  return {
    title: clean(post.title),
    link,
    description: clean(excerpt(post.text, 300)),
    categories: [{ name: clean(boardName(board, 'ko')) }],
    comments: `${link}#comments`,
    guid: { value: link, isPermaLink: true },
    pubDate: post.createdAt,
    // Who is anonymous, or has left, has no name here either.
    ...(name === null ? {} : { dc: { creators: [clean(name)] } }),
    content: { encoded: clean(absolute(wordedHtml(post.html, korean), url)) },
  }
}

/** Our own addresses as a reader elsewhere can follow them. The text is our renderer's: attributes are quoted. */
const absolute = (html: string, url: (path: string) => string): string =>
  html
    .replace(/(<[^>]*\s(?:src|href|poster)=")(\/(?!\/)[^"]*)"/g, (_all, before: string, path: string) => `${before}${url(path)}"`)
    .replace(
      /(<[^>]*\ssrcset=")([^"]*)"/g,
      (_all, before: string, set: string) =>
        `${before}${set.replace(/(^|,\s*)(\/(?!\/)\S*)/g, (_each, comma: string, path: string) => comma + url(path))}"`,
    )

/** Signs that no XML 1.0 may hold, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no XML may hold
const clean = (value: string): string => value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
