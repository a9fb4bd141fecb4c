import type { Reader } from '../../context.ts'
import { excerpt } from '../../lib/html/excerpt.ts'
import { renderMarkdown } from '../../lib/html/markdown.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { ownPagePath } from './pages.paths.ts'
import { type OwnPage, type PageText, pageTitle } from './pages.types.ts'

export interface OwnPagePage {
  title: string
  textHtml: string
  /** The text is not in the reader's language: said to screen readers and spelling. */
  lang: 'ko' | 'en'
}

const DESCRIPTION = 150

/** A page written in one language only is shown in it. */
export function ownPage({ locale }: Reader, own: OwnPage & PageText): Reply {
  const lang = locale === 'en' && own.sourceEn.trim() !== '' ? 'en' : own.sourceKo.trim() !== '' ? 'ko' : 'en'
  const source = lang === 'ko' ? own.sourceKo : own.sourceEn
  const model: OwnPagePage = { title: pageTitle(own, locale), textHtml: lang === 'ko' ? own.htmlKo : own.htmlEn, lang }
  const description = excerpt(renderMarkdown(source.slice(0, DESCRIPTION * 10)).text, DESCRIPTION)
  return page('pages/show', model, { titles: [model.title], canonicalPath: ownPagePath(own), ...(description ? { description } : {}) })
}
