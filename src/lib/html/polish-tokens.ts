import type { StateCore, Token } from 'markdown-it'
import { codeLanguages } from './allowed-classes.ts'
import { type BodyFiles, imageAttributes, noFiles } from './body-files.ts'
import type { CodeEnv } from './code-colours.ts'
import type { ContentsEnv } from './contents.ts'
import type { LoneLinksEnv } from './lone-links.ts'

/** What a renderer hands to one text's parsing, and what it learns by it. */
export interface BodyEnv extends LoneLinksEnv, ContentsEnv, CodeEnv {
  files?: BodyFiles
  hasImage?: boolean
}

const languages: ReadonlySet<string> = new Set(codeLanguages)
const task = /^\[([ xX])\] (?=\S)/

/** The last of the rules: parsed Markdown becomes the markup that our pages and our allow-list know. */
export function polishTokens(state: StateCore): void {
  const env = state.env as BodyEnv
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = lowered(token.tag)
    else if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token)
    else if (token.type === 'fence') token.info = knownLanguage(token.info)
    else if (token.type === 'inline' && token.children) {
      if (state.tokens[index - 2]?.type === 'list_item_open') markTask(token.children)
      token.children = withOwnImages(state, token.children, env)
    }
  }
}

/** The page's h1 is the post's title. */
const lowered = (tag: string) => `h${Math.min(Number(tag.slice(1)) + 1, 6)}`

function alignByClass(token: Token): void {
  const side = /right|center/.exec(String(token.attrGet('style') ?? ''))?.[0]
  token.attrs = side ? [['class', `align-${side}`]] : null
}

function knownLanguage(info: string): string {
  const language = info.trim().split(/\s/)[0]?.toLowerCase() ?? ''
  return languages.has(language) ? language : ''
}

/** "[x] done": a mark that is text, so that it also stands in excerpts and is read aloud. */
function markTask(children: Token[]): void {
  const first = children[0]
  const found = first?.type === 'text' && task.exec(first.content)
  if (found) first.content = (found[1] === ' ' ? '☐ ' : '☑ ') + first.content.slice(found[0].length)
}

const linkless = new Set(['cover_open', 'cover_close'])

/** Only our own, measured pictures are shown; that of another site would tell it who reads here: it becomes a link. */
function withOwnImages(state: StateCore, children: Token[], env: BodyEnv): Token[] {
  let linkDepth = 0
  return children.flatMap((token) => {
    linkDepth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    // A link holds no other, and nothing to press.
    if (linkDepth > 0 && linkless.has(token.type)) return []
    if (token.type !== 'image') return [token]
    const path = String(token.attrGet('src') ?? '')
    const alt = token.content
    const file = (env.files ?? noFiles).get(path)
    if (!file) return linkDepth > 0 ? [textToken(state, alt || path)] : linkTokens(state, path, alt || path)
    env.hasImage = true
    token.attrs = imageAttributes(path, alt, file)
    return [token]
  })
}

function textToken(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0)
  token.content = content
  return token
}

function linkTokens(state: StateCore, href: string, label: string): Token[] {
  const open = new state.Token('link_open', 'a', 1)
  open.attrs = [['href', href]]
  return [open, textToken(state, label), new state.Token('link_close', 'a', -1)]
}
