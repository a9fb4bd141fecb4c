import type { StateCore, Token } from 'markdown-it'

export function textToken(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0)
  token.content = content
  return token
}

export function linkTokens(state: StateCore, href: string, label: string): Token[] {
  const open = new state.Token('link_open', 'a', 1)
  open.attrs = [['href', href]]
  return [open, textToken(state, label), new state.Token('link_close', 'a', -1)]
}
