import type { Delimiter, MarkdownIt as Engine, StateInline } from 'markdown-it'
import { inks, marks } from './palette.ts'

/** Signs can't say these everywhere: not beside another star, nor within a word of letters and brackets. */
const elements: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 's' }

/**
 * The tags that a text may hold within a line, for what Markdown has no sign: written exactly so, and nothing else of HTML. They pair as
 * stars do, by the parser's own count of openers and closers, so that none crosses a link or another pair, and what has no partner is text.
 */
const openings: readonly [string, string][] = [
  ...['u', 'sub', 'sup', ...Object.keys(elements)].map((tag): [string, string] => [tag, '']),
  ...marks.map((colour): [string, string] => ['mark', `mark-${colour}`]),
  ...inks.map((colour): [string, string] => ['span', `ink-${colour}`]),
]

const names = [...new Set(openings.map(([tag]) => tag))]
const written = new Map<string, { tag: string; className: string; opens: boolean }>([
  ...openings.map(
    ([tag, className]) => [className ? `<${tag} class="${className}">` : `<${tag}>`, { tag, className, opens: true }] as const,
  ),
  ...names.map((tag) => [`</${tag}>`, { tag, className: '', opens: false }] as const),
])

/** As a sign that a text can't hold, so that none of Markdown's is taken for a tag. */
const markerOf = (tag: string): number => -1 - names.indexOf(tag)
const LINE_BREAK = '<br>'
const longest = Math.max(...[...written.keys()].map(({ length }) => length))

export function tags(engine: Engine): void {
  engine.inline.ruler.before('autolink', 'tags', readTag)
  engine.inline.ruler2.after('balance_pairs', 'tags', pairTags)
}

function readTag(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== '<') return false
  const end = state.src.slice(state.pos, Math.min(state.pos + longest, state.posMax)).indexOf('>') + 1
  const typed = state.src.slice(state.pos, state.pos + end)
  if (typed === LINE_BREAK) state.push('hardbreak', 'br', 0)
  else if (!pushTag(state, typed)) return false
  state.pos += end
  return true
}

function pushTag(state: StateInline, typed: string): boolean {
  const known = written.get(typed)
  if (!known) return false
  state.push('text', '', 0).content = typed
  const { tag, opens } = known
  state.delimiters.push({ marker: markerOf(tag), length: 0, token: state.tokens.length - 1, end: -1, open: opens, close: !opens })
  return true
}

function pairTags(state: StateInline): boolean {
  pairWithin(state, state.delimiters)
  for (const meta of state.tokens_meta) if (meta?.delimiters) pairWithin(state, meta.delimiters)
  return false
}

function pairWithin(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const { marker, token, end } of delimiters) {
    const open = state.tokens[token]
    const close = state.tokens[delimiters[end]?.token ?? -1]
    const known = written.get(open?.content ?? '')
    if (marker >= 0 || !open || !close || !known) continue
    const { className } = known
    const tag = elements[known.tag] ?? known.tag
    Object.assign(open, { type: `${tag}_open`, tag, nesting: 1, content: '', attrs: className ? [['class', className]] : null })
    Object.assign(close, { type: `${tag}_close`, tag, nesting: -1, content: '' })
  }
}
