import { startWithWords } from '../read-html.ts'
import { mediaAsLinks } from './media.ts'
import { officeLists, outlineHeadings } from './office.ts'
import { blocksApart, foreignLists } from './shape.ts'
import { saidByStyle } from './styles.ts'
import { plainTables } from './tables.ts'

const useless =
  'script, style, meta, link, title, xml, noscript, template, object, embed, svg, math, button, select, textarea, col, colgroup'

/**
 * What other programs put on the clipboard, as structure alone: headings, lists, tables, links and what is bold. Sizes, fonts, margins and frames stay behind;
 * a picture of another site is a link to it. What our own editor copied stays as it is.
 */
export function cleanHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html
  const { words, sheets } = undressed(html)
  const doc = new DOMParser().parseFromString(words, 'text/html')
  const { body } = doc
  const headings = outlineHeadings(sheets)
  dropComments(doc)
  officeLists(body)
  for (const element of body.querySelectorAll(useless)) element.remove()
  blocksApart(body, headings)
  foreignLists(body)
  mediaAsLinks(body)
  plainTables(body)
  saidByStyle(body)
  startWithWords(body)
  return body.innerHTML
}

/**
 * Styles are read, never applied: even a document that is only parsed obeys the policy of its page, which has no inline style. They stand in
 * `data-style` until what they say is said by tags.
 */
function undressed(html: string): { words: string; sheets: string } {
  const sheets: string[] = []
  const bare = html.replace(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi, (_whole, sheet: string) => {
    sheets.push(sheet)
    return ''
  })
  return {
    words: bare.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(?<=[\s"'])style(?=\s*=)/gi, 'data-style')),
    sheets: sheets.join('\n'),
  }
}

/** Word says in comments what browsers of another age were to see. */
function dropComments(doc: Document): void {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}
