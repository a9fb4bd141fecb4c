import type { MessageKey } from '../../messages/messages.ts'
import type { Translate } from '../i18n/translate.ts'
import { type BodyFiles, noFiles } from './body-files.ts'
import { contentsHtml } from './contents.ts'
import { excerpt } from './excerpt.ts'
import { type LinkCards, noCards } from './link-cards.ts'
import { createCommentEngine, createPostEngine } from './markdown-engine.ts'
import { callsIn, type MentionEnv, type Mentions } from './mentions.ts'
import { plainText } from './plain-text.ts'
import type { BodyEnv } from './polish-tokens.ts'
import { sanitize } from './sanitize.ts'
import { type StickerEnv, type Stickers, spokenStickers, type TextWithStickers } from './stickers.ts'

/** Kept with each rendered text: raise it when the same source would become other markup, so that old ones can be found and redone. */
export const RENDERER_VERSION = 4

export interface RenderedBody {
  /** Safe to print once it is worded (`wordedHtml`). */
  html: string
  /** The words alone, for search and excerpts. */
  text: string
  hasImage: boolean
  /** A film of our own, or a link to one that becomes a player. */
  hasVideo: boolean
  /** To another site. */
  hasLink: boolean
  /** Of the picture that may stand for the post: the first that lies under no spoiler. */
  coverPath: string | null
}

// Parsers hold rules, not state: each text brings its own `env`.
const posts = createPostEngine()
const comments = createCommentEngine()

/** Whose words a text may use. */
export type Dialect = 'posts' | 'comments'
const engines = { posts, comments } as const

const noCopies: ReadonlyMap<string, string> = new Map()

/**
 * A post's Markdown. Only pictures that `files` knows are shown, another site's as the file that `copies` names for it; a link that stands alone and
 * that `cards` knows becomes a card; who is named by `@` leads to whom `mentions` knows.
 */
export function renderMarkdown(
  source: string,
  {
    files = noFiles,
    cards = noCards,
    copies = noCopies,
    mentions,
  }: { files?: BodyFiles; cards?: LinkCards; copies?: ReadonlyMap<string, string>; mentions?: Mentions } = {},
): RenderedBody {
  const env: BodyEnv & MentionEnv = { files, cards, copies, ...(mentions ? { mentions } : {}) }
  const tokens = posts.parse(source, env as Record<string, unknown>)
  const text = plainText(tokens)
  const html = sanitize(contentsHtml(env, text) + posts.renderer.render(tokens, posts.options, env as Record<string, unknown>))
  return {
    html,
    text,
    hasImage: env.hasImage ?? false,
    hasVideo: env.hasVideo ?? false,
    hasLink: env.hasLink ?? false,
    coverPath: env.coverPath ?? null,
  }
}

/**
 * What a post's Markdown shows of other sites, by addresses (http, https): `cards`, alone on their line, each once, at most MAX_CARDS; `images`, its
 * pictures, each once.
 */
export function linkedFrom(source: string): { cards: string[]; images: string[] } {
  const env: BodyEnv = {}
  posts.parse(source, env as Record<string, unknown>)
  return { cards: env.loneLinks ?? [], images: [...(env.foreignImages ?? [])] }
}

/** A comment: of Markdown the few marks that it needs. Only pictures that `files` knows are shown; it holds no film. */
export function renderComment(
  source: string,
  { files = noFiles, mentions, stickers = new Map() }: { files?: BodyFiles; mentions?: Mentions | undefined; stickers?: Stickers } = {},
): string {
  const env: BodyEnv & MentionEnv & StickerEnv = { files, stickers, ...(mentions ? { mentions } : {}) }
  return sanitize(comments.render(source, env as Record<string, unknown>))
}

/** What it says, without its marks: a line in a list. Most hold none. */
export function commentExcerpt(t: Translate<MessageKey>, { body: source, stickers }: TextWithStickers, limit: number): string {
  const words = /[*~`>[\\]/.test(source) ? plainText(comments.parse(source, {})) : source
  return excerpt(spokenStickers(t, { body: words || source, stickers }), limit)
}

/** The members' names that a text calls, in canonical form; without `mentions` all that might be one, to be looked up. */
export function namesCalledIn(source: string, dialect: Dialect, mentions?: Mentions): string[] {
  const called = new Set<string>()
  const env: MentionEnv = mentions ? { mentions } : { called }
  const tokens = source.includes('@') ? engines[dialect].parse(source, env as Record<string, unknown>) : []
  return mentions ? callsIn(tokens) : [...called]
}
