import MarkdownIt, { type MarkdownIt as Engine, type StateBlock, type StateInline } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { lineAt } from './enclosed-blocks.ts'

/**
 * Of Markdown what a comment needs: bold, italic, struck out, code, quotes, links, pictures. All else stays what was typed, and what Koreans draw
 * with their keyboards stays a drawing: "-_-", ">_<", "네~~ 네~~", "김**씨", "~~~~" and "#1" are no marks (docs/decisions/027).
 */
export function createCommentDialect(maxNesting: number): Engine {
  const engine = new MarkdownIt('zero', { html: false, linkify: true, breaks: true, maxNesting })
  engine.enable(['linkify', 'newline', 'escape', 'backticks', 'emphasis', 'strikethrough', 'link', 'image', 'fence', 'blockquote'])
  engine.use(cjkFriendly)
  engine.inline.ruler.before('strikethrough', 'drawn', drawnSigns)
  const [fence, quote] = engine.block.ruler.getRules('')
  const alt = ['paragraph', 'blockquote']
  if (fence) engine.block.ruler.at('fence', (state, start, ...rest) => begins(state, start, /^`/) && fence(state, start, ...rest), { alt })
  if (quote)
    engine.block.ruler.at('blockquote', (state, start, ...rest) => begins(state, start, /^>(?:[\s>]|$)/) && quote(state, start, ...rest), {
      alt,
    })
  return engine
}

const begins = (state: StateBlock, line: number, sign: RegExp): boolean => sign.test(lineAt(state, line).trimStart())

const letter = /[\p{L}\p{N}]/u

/** A mark opens after a space or a sign: within a word it can only close one that is open. An underscore is none. */
function drawnSigns(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  const sign = src.charAt(pos)
  if (sign !== '_' && sign !== '*' && sign !== '~') return false
  let end = pos + 1
  while (end < posMax && src.charAt(end) === sign) end += 1
  const within = pos > 0 && letter.test(src.charAt(pos - 1)) && end < posMax && letter.test(src.charAt(end))
  if (sign !== '_' && !(within && !isOpen(state, sign))) return false
  if (!silent) state.pending += src.slice(pos, end)
  state.pos = end
  return true
}

/** Further back than that nobody opened what they close here, and looking would take time that grows with the text. */
const LOOKED_BACK = 100

const isOpen = ({ delimiters }: StateInline, sign: string): boolean =>
  delimiters.slice(-LOOKED_BACK).some(({ marker, open }) => open && marker === sign.charCodeAt(0))
