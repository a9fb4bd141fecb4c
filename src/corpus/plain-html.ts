import { RENDERER_VERSION, renderComment, renderMarkdown } from '../lib/html/markdown.ts'

/**
 * Rendering a million texts takes hours of which nearly all go into finding that a paragraph is a paragraph. What holds no character that
 * means anything to Markdown or HTML is wrapped here; everything else goes the usual way. A test holds both ways to the same answer.
 */
const plainLine = /^(?!\d+[.)])[^\s\\`*_{}[\]<>&#+|~":=@$/-](?:[^\n\t\\`*_{}[\]<>&#+|~":=@$/-]*[^\s\\`*_{}[\]<>&#+|~":=@$/-])?$/

export interface RenderedText {
  source: string
  html: string
  text: string
  rendererVersion: number
}

export function renderPost(source: string): RenderedText {
  const paragraphs = source.split('\n\n')
  if (!paragraphs.every(isPlain)) {
    const { html, text } = renderMarkdown(source)
    return { source, html, text, rendererVersion: RENDERER_VERSION }
  }
  const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>\n`).join('')
  return { source, html, text: paragraphs.join('\n'), rendererVersion: RENDERER_VERSION }
}

export const renderReply = (source: string): string => (isPlain(source) ? `<p>${source}</p>\n` : renderComment(source))

const isPlain = (text: string): boolean => plainLine.test(text)
