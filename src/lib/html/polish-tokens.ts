import type { StateCore, Token } from 'markdown-it'
import { codeLanguages } from './allowed-classes.ts'
import { type BodyFile, type BodyFiles, imageAttributes, noFiles, videoAttributes } from './body-files.ts'
import { captionTokens, markFigure } from './captions.ts'
import type { CodeEnv } from './code-colours.ts'
import type { ContentsEnv } from './contents.ts'
import { linkTokens, textToken } from './inline-tokens.ts'
import type { LoneLinksEnv } from './lone-links.ts'
import { openWords } from './plain-text.ts'
import { takeTask } from './tasks.ts'

/** What a renderer hands to one text's parsing, and what it learns by it. */
export interface BodyEnv extends LoneLinksEnv, ContentsEnv, CodeEnv {
  files?: BodyFiles
  /** Our copies of other sites' pictures, by their address there. */
  copies?: ReadonlyMap<string, string>
  /** Of other sites' pictures, as the text names them, each once. */
  foreignImages?: Set<string>
  hasImage?: boolean
  hasLink?: boolean
  /** Of those that lie under no spoiler the first picture, or the one that says so. */
  coverPath?: string
  /** Within how many folds and covers the rule below is. */
  covered?: number
}

const languages: ReadonlySet<string> = new Set(codeLanguages)

/** The last of the rules: parsed Markdown becomes the markup that our pages and our allow-list know. */
export function polishTokens(state: StateCore): void {
  const env = state.env as BodyEnv
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = lowered(token.tag)
    else if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token)
    else if (token.type === 'fold_open') env.covered = (env.covered ?? 0) + 1
    else if (token.type === 'fold_close') env.covered = (env.covered ?? 0) - 1
    else if (token.type === 'fence') token.info = knownLanguage(token.info)
    else if (token.type === 'inline' && token.children) {
      const item = state.tokens[index - 2]
      if (item?.type === 'list_item_open' && takeTask(token.children, { todo: '☐ ', done: '☑ ' }) !== null) item.attrs = [['class', 'task']]
      token.children = withOwnImages(state, token.children, env)
      markFigure(state.tokens, index)
    }
  }
}

/** The page's h1 is the post's title. */
const lowered = (tag: string) => `h${Math.min(Number(tag.slice(1)) + 1, 6)}`

/** A Markdown table says it by a style. */
export function alignByClass(token: Token): void {
  const style = token.attrGet('style')
  const side = /right|center/.exec(String(style ?? ''))?.[0]
  if (style) token.attrs = side ? [['class', `align-${side}`]] : null
}

function knownLanguage(info: string): string {
  const language = info.trim().split(/\s/)[0]?.toLowerCase() ?? ''
  return languages.has(language) ? language : ''
}

const linkless = new Set(['cover_open', 'cover_close'])

/** Only our own, measured pictures are shown; that of another site would tell it who reads here: it becomes a link, unless we have a copy. */
function withOwnImages(state: StateCore, children: Token[], env: BodyEnv): Token[] {
  let linkDepth = 0
  return children.flatMap((token) => {
    if (token.type === 'cover_open') env.covered = (env.covered ?? 0) + 1
    else if (token.type === 'cover_close') env.covered = (env.covered ?? 0) - 1
    if (token.type === 'link_open' && /^https?:/.test(String(token.attrGet('href')))) env.hasLink = true
    linkDepth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    // A link holds no other, and nothing to press.
    if (linkDepth > 0 && linkless.has(token.type)) return []
    if (token.type !== 'image') return [token]
    return ownImage(state, token, { env, withinLink: linkDepth > 0 })
  })
}

/** Behind a picture's address: this one stands for the post in lists (decision 22). */
const chosenCover = /#cover$/

function ownImage(state: StateCore, token: Token, { env, withinLink }: { env: BodyEnv; withinLink: boolean }): Token[] {
  const source = String(token.attrGet('src') ?? '')
  const named = source.replace(chosenCover, '')
  if (/^https?:/.test(named)) env.foreignImages = (env.foreignImages ?? new Set()).add(named)
  const path = env.copies?.get(named) ?? named
  const alt = openWords(token.children ?? [])
  token.content = alt
  token.children = [textToken(state, alt)]
  const caption = captionTokens(state, String(token.attrGet('title') ?? ''))
  const file = (env.files ?? noFiles).get(path)
  if (!file || file.kind === 'file' || (file.kind === 'video' && withinLink)) {
    return withinLink ? [textToken(state, alt || path)] : linkTokens(state, path, alt || path)
  }
  if (file.kind === 'video') {
    env.hasVideo = true
    return [videoToken(state, path, alt, file), ...caption]
  }
  env.hasImage = true
  if (!env.covered) env.coverPath = named === source ? (env.coverPath ?? path) : path
  token.attrs = imageAttributes(path, alt, file)
  return [...(withinLink ? [token] : pictureLink(state, path, token)), ...caption]
}

/** To the picture itself: what a press leads to without script. Where it says nothing of itself, the link still has a name. */
function pictureLink(state: StateCore, path: string, image: Token): Token[] {
  const [open, , close] = linkTokens(state, path, '') as [Token, Token, Token]
  open.type = 'picture_open'
  open.attrs = [
    ['class', 'picture'],
    ['href', path],
  ]
  close.type = 'picture_close'
  return [open, image, close]
}

/** Its name is for the search, and for those who hear the page. */
function videoToken(state: StateCore, path: string, name: string, file: BodyFile): Token {
  const token = new state.Token('video', 'video', 0)
  token.attrs = videoAttributes(path, name, file)
  token.content = name
  return token
}
