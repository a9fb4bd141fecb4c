import type { Token } from 'markdown-it'

const blockEnds = new Set(['paragraph_close', 'heading_close', 'list_item_close', 'tr_close', 'fence', 'code_block', 'card', 'hr'])

const wholeTexts = new Set(['fence', 'code_block', 'card'])

/** The words of a text without its markup, for search and excerpts. What is a spoiler there is one here too: it is left out. */
export function plainText(tokens: readonly Token[]): string {
  let text = ''
  let folded = 0
  for (const token of tokens) {
    if (token.type === 'fold_open') folded += 1
    else if (token.type === 'fold_close') folded -= 1
    if (folded > 0) continue
    if (token.type === 'inline') text += openWords(token.children ?? [])
    else if (wholeTexts.has(token.type)) text += token.content
    else if (token.type === 'td_close' || token.type === 'th_close') text += ' '
    if (blockEnds.has(token.type)) text += '\n'
  }
  return (
    text
      // Behind no other blank: tried from each blank of a long row of them, it took seconds.
      .replace(/(?<![ \t])[ \t]+\n/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
  )
}

/** The words of one line or paragraph, but for those that are covered. */
export function openWords(children: readonly Token[]): string {
  let covered = 0
  let words = ''
  for (const { type, content } of children) {
    if (type === 'cover_open') covered += 1
    else if (type === 'cover_close') covered -= 1
    else if (covered === 0 && type === 'caption_open') words += '\n'
    else if (covered === 0) words += type === 'softbreak' || type === 'hardbreak' ? '\n' : content
  }
  return words
}
