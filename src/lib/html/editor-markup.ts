import MarkdownIt, { type MarkdownIt as Engine, type StateCore, type Token } from 'markdown-it'
import { editorMarkup } from './allow-list.ts'
import { isFilePath } from './body-files.ts'
import { linkTokens, textToken } from './inline-tokens.ts'
import { dialect, MAX_NESTING } from './markdown-engine.ts'
import { openWords } from './plain-text.ts'
import { alignByClass } from './polish-tokens.ts'
import { sanitize } from './sanitize.ts'
import { takeTask } from './tasks.ts'

const engine = createEditorEngine()

/**
 * A post's Markdown as an editor takes it in: read by the rules by which readers' pages are made, but with everything that its writer could
 * write and nothing that is made of it: no numbers, cards, colours or sizes, and marks where an editor must know more than is seen.
 */
export const renderForEditor = (source: string): string => sanitize(engine.render(source, {}), editorMarkup)

function createEditorEngine(): Engine {
  const engine = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false, maxNesting: MAX_NESTING })
  engine.use(dialect)
  // A note stays where it was typed; readers find it at the end.
  engine.core.ruler.disable('footnote_tail')
  engine.core.ruler.push('for_editor', markForEditor)
  const { rules } = engine.renderer
  rules['footnote_ref'] = (tokens, index) => `<sup data-note="${engine.utils.escapeHtml(labelOf(tokens[index]))}"></sup>`
  rules['footnote_reference_open'] = (tokens, index) => `<section data-note="${engine.utils.escapeHtml(labelOf(tokens[index]))}">\n`
  rules['footnote_reference_close'] = () => '</section>\n'
  rules['fold_open'] = (tokens, index) =>
    `<details class="spoiler"><summary>${engine.utils.escapeHtml(tokens[index]?.info ?? '')}</summary>\n`
  rules['cover_open'] = () => '<span class="cover">'
  rules['cover_close'] = () => '</span>'
  rules['video'] = (tokens, index, _options, _env, self) => `<video${self.renderAttrs(tokens[index] as Token)}></video>`
  return engine
}

const labelOf = (token: Token | undefined): string => String((token?.meta as { label?: string } | null)?.label ?? '')

function markForEditor(state: StateCore): void {
  const lists: Token[] = []
  for (const [index, token] of state.tokens.entries()) {
    const { type } = token
    if (type === 'bullet_list_open' || type === 'ordered_list_open') lists.push(token)
    else if (type === 'bullet_list_close' || type === 'ordered_list_close') lists.pop()
    else if (type === 'paragraph_open' && token.hidden) lists.at(-1)?.attrSet('data-tight', 'true')
    else if (type === 'th_open' || type === 'td_open') alignByClass(token)
    else if (type === 'fence') token.info = token.info.trim().split(/\s/)[0] ?? ''
    else if (type === 'inline' && token.children) {
      markTask(state.tokens[index - 2], token.children)
      token.children = isEmptyLine(token.children) ? [] : withImages(state, token.children)
    }
  }
}

function markTask(item: Token | undefined, children: readonly Token[]): void {
  const task = item?.type === 'list_item_open' ? takeTask(children, { todo: '', done: '' }) : null
  if (task) item?.attrSet('data-checked', String(task === 'done'))
}

/** `<br>` alone is a paragraph without words. */
const isEmptyLine = (children: readonly Token[]): boolean => children.length === 1 && children[0]?.type === 'hardbreak'

/** What is no picture keeps its own ending (lib/files): told by the path, so that a text can be opened which shows files of somebody else. */
const film = /\.(?:mp4|m4v|webm)$/i

/** Ours by its path, whether or not it may be shown; that of another site is the link that its readers find. */
function withImages(state: StateCore, children: readonly Token[]): Token[] {
  let linkDepth = 0
  return children.flatMap((token) => {
    linkDepth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    return token.type === 'image' ? imageTokens(state, token, linkDepth > 0) : [token]
  })
}

function imageTokens(state: StateCore, token: Token, withinLink: boolean): Token[] {
  const path = String(token.attrGet('src') ?? '')
  const alt = openWords(token.children ?? [])
  const isVideo = film.test(path)
  if (!isFilePath(path) || (isVideo && withinLink))
    return withinLink ? [textToken(state, alt || path)] : linkTokens(state, path, alt || path)
  const title = String(token.attrGet('title') ?? '')
  const shown = isVideo ? new state.Token('video', 'video', 0) : new state.Token('picture', 'img', 0)
  shown.attrs = [
    ['src', path],
    [isVideo ? 'aria-label' : 'alt', alt],
  ]
  if (title) shown.attrSet('title', title)
  return [shown]
}
