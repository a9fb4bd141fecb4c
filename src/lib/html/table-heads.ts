import type { StateCore, Token } from 'markdown-it'

/** Whose head a cell is, for those who hear the table. One without words is head of nothing. */
export function markHeads(state: StateCore): void {
  let above = false
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'thead_open' || token.type === 'thead_close') above = token.type === 'thead_open'
    if (token.type !== 'th_open') continue
    const [inline, close] = state.tokens.slice(index + 1, index + 3)
    if (inline?.type === 'inline' && inline.content === '' && close?.type === 'th_close') {
      token.tag = 'td'
      close.tag = 'td'
    } else token.attrSet('scope', scopeOf(token, above))
  }
}

function scopeOf(token: Token, above: boolean): string {
  const spans = token.attrGet(above ? 'colspan' : 'rowspan') !== null
  return `${above ? 'col' : 'row'}${spans ? 'group' : ''}`
}
