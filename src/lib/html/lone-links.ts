import type { StateCore, Token } from 'markdown-it'
import { embedHtml, embedOf } from './embeds.ts'
import { type LinkCards, linkCardHtml, MAX_CARDS, noCards } from './link-cards.ts'

/** What the rule below is told of a text, and tells of it. */
export interface LoneLinksEnv {
  cards?: LinkCards
  /** Addresses that stand alone on their line and are no player of another site, the first few of them. */
  loneLinks?: string[]
  hasVideo?: boolean
}

/**
 * An address that is all there is on a line of a paragraph, as people paste it, becomes a player of another site, or a card where we know one. In lists, quotes and
 * sentences it stays a link; so does one that was given words.
 */
export function cardLoneLinks(state: StateCore): void {
  const tokens: Token[] = []
  for (let index = 0; index < state.tokens.length; index += 1) {
    const token = state.tokens[index] as Token
    const inline = state.tokens[index + 1]
    if (token.type === 'paragraph_open' && token.level === 0 && inline?.children) {
      tokens.push(...withCards(state, state.tokens.slice(index, index + 3)))
      index += 2
    } else tokens.push(token)
  }
  state.tokens = tokens
}

function withCards(state: StateCore, paragraph: Token[]): Token[] {
  const lines = linesOf(paragraph[1]?.children ?? [])
  const cards = lines.map((line) => cardOf(state, line))
  if (cards.every((card) => card === null)) return paragraph
  const result: Token[] = []
  let kept: Token[] = []
  const keepParagraph = () => {
    if (kept.length > 0) result.push(...paragraphOf(state, kept))
    kept = []
  }
  for (const [index, line] of lines.entries()) {
    const card = cards[index]
    if (card) {
      keepParagraph()
      result.push(card)
    } else kept.push(...(kept.length > 0 ? [new state.Token('softbreak', 'br', 0)] : []), ...line)
  }
  keepParagraph()
  return result
}

function linesOf(children: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([])
    else if (token.type !== 'text' || token.content !== '') lines.at(-1)?.push(token)
  }
  return lines
}

function cardOf(state: StateCore, line: Token[]): Token | null {
  const href = loneAddress(line)
  if (href === null) return null
  const env = state.env as LoneLinksEnv
  const embed = embedOf(href)
  if (embed) {
    env.hasVideo ||= embed.isVideo
    return cardToken(state, href, embedHtml(href, embed))
  }
  env.loneLinks ??= []
  if (env.loneLinks.length < MAX_CARDS && !env.loneLinks.includes(href)) env.loneLinks.push(href)
  const card = env.loneLinks.includes(href) ? (env.cards ?? noCards).get(href) : undefined
  return card ? cardToken(state, href, linkCardHtml(href, card)) : null
}

/** Typed as an address, with nothing beside it, within no emphasis. */
function loneAddress([open, , close, ...more]: Token[]): string | null {
  if (open?.type !== 'link_open' || open.level !== 0 || close?.type !== 'link_close' || more.length > 0) return null
  if (open.markup !== 'linkify' && open.markup !== 'autolink') return null
  const href = String(open.attrGet('href') ?? '')
  return /^https?:\/\//.test(href) ? href : null
}

function cardToken(state: StateCore, href: string, html: string): Token {
  const token = new state.Token('card', '', 0)
  token.block = true
  token.content = href
  token.meta = { html }
  return token
}

function paragraphOf(state: StateCore, children: Token[]): Token[] {
  const inline = new state.Token('inline', '', 0)
  inline.children = children
  return [new state.Token('paragraph_open', 'p', 1), inline, new state.Token('paragraph_close', 'p', -1)].map((token) =>
    Object.assign(token, { block: true }),
  )
}
