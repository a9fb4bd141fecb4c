import { type BodyFiles, noFiles } from './body-files.ts'
import { type LinkCards, noCards } from './link-cards.ts'
import { createCommentEngine, createPostEngine } from './markdown-engine.ts'
import { plainText } from './plain-text.ts'
import type { BodyEnv } from './polish-tokens.ts'
import { sanitize } from './sanitize.ts'

/** Kept with each rendered text: raise it when the same source would become other markup, so that old ones can be found and redone. */
export const RENDERER_VERSION = 2

export interface RenderedBody {
  /** Safe to print as it is. */
  html: string
  /** The words alone, for search and excerpts. */
  text: string
  hasImage: boolean
}

// Parsers hold rules, not state: each text brings its own `env`.
const posts = createPostEngine()
const comments = createCommentEngine()

/** A post's Markdown. Only pictures that `files` knows are shown; a link that stands alone and that `cards` knows becomes a card. */
export function renderMarkdown(
  source: string,
  { files = noFiles, cards = noCards }: { files?: BodyFiles; cards?: LinkCards } = {},
): RenderedBody {
  const env: BodyEnv = { files, cards }
  const tokens = posts.parse(source, env as Record<string, unknown>)
  const html = sanitize(posts.renderer.render(tokens, posts.options, env as Record<string, unknown>))
  return { html, text: plainText(tokens), hasImage: env.hasImage ?? false }
}

/** The addresses in a post's Markdown for which `cards` are looked up: http(s), alone on their line, each once, at most MAX_CARDS. */
export function cardLinksIn(source: string): string[] {
  const env: BodyEnv = {}
  posts.parse(source, env as Record<string, unknown>)
  return env.loneLinks ?? []
}

/** A comment: what was typed, with its paragraphs, line breaks and addresses. The engine escapes everything else, so nothing is left to sanitise. */
export const renderComment = (source: string): string => comments.render(source)
