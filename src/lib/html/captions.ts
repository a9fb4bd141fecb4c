import type { StateCore, Token } from 'markdown-it'
import { textToken } from './inline-tokens.ts'

/** The title of a picture or film stands below it: `![what is seen](path "what is said of it")`. */
export function captionTokens(state: StateCore, caption: string): Token[] {
  if (caption.trim() === '') return []
  const open = new state.Token('caption_open', 'span', 1)
  open.attrs = [['class', 'caption']]
  return [open, textToken(state, caption), new state.Token('caption_close', 'span', -1)]
}

/** A picture that is all of its paragraph makes a figure with its caption. */
export function markFigure(tokens: readonly Token[], index: number): void {
  const [open, inline, close] = tokens.slice(index - 1, index + 2)
  const children = (inline?.children ?? []).filter(({ type, content }) => type !== 'text' || content !== '')
  const [first] = children
  const shown = first?.type === 'picture_open' ? 3 : first?.type === 'video' ? 1 : 0
  const [caption, , end, ...more] = children.slice(shown)
  if (shown === 0 || caption?.type !== 'caption_open' || !end || more.length > 0) return
  if (open?.type !== 'paragraph_open' || open.hidden || !close) return
  open.tag = 'figure'
  close.tag = 'figure'
  caption.tag = 'figcaption'
  caption.attrs = null
  end.tag = 'figcaption'
}
