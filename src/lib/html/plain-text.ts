import type { Token } from 'markdown-it'

const blockEnds = new Set(['paragraph_close', 'heading_close', 'list_item_close', 'tr_close', 'fence', 'code_block', 'card', 'hr'])

const wholeTexts = new Set(['fence', 'code_block', 'card'])

/** The words of a text without its markup, for search and excerpts. */
export function plainText(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens) {
    if (token.type === 'inline') text += inlineText(token.children ?? [])
    else if (wholeTexts.has(token.type)) text += token.content
    else if (token.type === 'td_close' || token.type === 'th_close') text += ' '
    if (blockEnds.has(token.type)) text += '\n'
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const inlineText = (children: readonly Token[]): string =>
  children.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? '\n' : content)).join('')
