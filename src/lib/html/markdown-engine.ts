import MarkdownIt, { type MarkdownIt as Engine, type RendererRule } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { aligned } from './aligned.ts'
import { bodyWord } from './body-words.ts'
import { boundTables } from './bounded-tables.ts'
import { type CodeEnv, colouredCode } from './code-colours.ts'
import { createCommentDialect } from './comment-dialect.ts'
import { numberHeadings } from './contents.ts'
import { footnotes } from './footnotes.ts'
import { leaveParticles } from './korean-addresses.ts'
import { isOwnPath, isSafeLink, LINK_REL } from './links.ts'
import { cardLoneLinks } from './lone-links.ts'
import { mentions } from './mentions.ts'
import { polishTokens } from './polish-tokens.ts'
import { spoilers } from './spoilers.ts'
import { stickers } from './stickers.ts'
import { markHeads } from './table-heads.ts'
import { tags } from './tags.ts'
import { writtenTables } from './written-tables.ts'

/** Deeper lists and quotes than anyone reads cost time that grows with depth: what lies below is left out. */
export const MAX_NESTING = 40

/** Markdown as posts have it. Tags that are typed are text (`html: false`), a line break is one. */
export function createPostEngine(): Engine {
  const engine = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false, maxNesting: MAX_NESTING })
  engine.use(dialect).use(mentions)
  engine.core.ruler.push('polish', polishTokens)
  engine.core.ruler.push('heads', markHeads)
  engine.core.ruler.push('contents', numberHeadings)
  engine.core.ruler.push('cards', cardLoneLinks)
  engine.renderer.rules['table_open'] = () => '<div class="scroll-x" tabindex="0"><table>\n'
  engine.renderer.rules['table_close'] = () => '</table></div>\n'
  engine.renderer.rules['video'] = (tokens, index, _options, _env, self) => {
    const [token] = tokens.slice(index)
    return token ? `<video${self.renderAttrs(token)}></video>` : ''
  }
  engine.renderer.rules['card'] = (tokens, index) => String(tokens[index]?.meta?.html ?? '')
  engine.renderer.rules['code_block'] = reachable(engine.renderer.rules['code_block'])
  return withOurParts(engine)
}

/** What a text may hold, whoever reads it: readers or an editor. */
export function dialect(engine: Engine): void {
  engine.use(cjkFriendly).use(boundTables).use(writtenTables).use(footnotes).use(spoilers).use(aligned).use(tags)
  withOurLinks(engine)
}

/** Of that what a comment needs, in words that anybody writes without thinking of Markdown. */
export function createCommentEngine(): Engine {
  const engine = createCommentDialect(MAX_NESTING)
  engine.core.ruler.push('polish', polishTokens)
  return withOurParts(withOurLinks(engine)).use(mentions).use(stickers)
}

/** Pictures that open, and code that can be reached. */
function withOurParts(engine: Engine): Engine {
  engine.renderer.rules['picture_close'] = () => `${bodyWord('picture', 'hidden')}</a>`
  engine.renderer.rules['fence'] = fencedCode
  return engine
}

function withOurLinks(engine: Engine): Engine {
  engine.validateLink = isSafeLink
  // "읽어.보세요" and "readme.md" are no addresses: only what is written as one becomes one.
  engine.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
  engine.use(leaveParticles)
  engine.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    const href = String(token?.attrGet('href') ?? '')
    if (token)
      token.attrs = isOwnPath(href)
        ? [['href', href]]
        : [
            ['href', href],
            ['rel', LINK_REL],
          ]
    return self.renderToken(tokens, index, options)
  }
  return engine
}

const fencedCode: RendererRule = (tokens, index, _options, env) => {
  const { info = '', content = '' } = tokens[index] ?? {}
  const language = info ? ` class="language-${info}"` : ''
  return `<pre tabindex="0"><code${language}>${colouredCode(content, info, env as CodeEnv)}</code></pre>\n`
}

/** What scrolls sideways must be reachable by keyboard. */
const reachable =
  (rule: RendererRule | undefined): RendererRule =>
  (...given) =>
    (rule?.(...given) ?? '').replace(/^<pre>/, '<pre tabindex="0">')
