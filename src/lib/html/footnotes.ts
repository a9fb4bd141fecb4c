import MarkdownIt, { type MarkdownIt as Engine, type StateBlock, type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { bodyWord } from './body-words.ts'

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean

interface NotesEnv {
  notes?: number
  withinNote?: boolean
}

/** A text with more notes than this is an attempt on something else. */
const MAX_NOTES = 200

/** `[^1]` in the text and `[^1]: words` below it. Notes within notes, and those typed where they belong, `^[words]`, are left as typed. */
export function footnotes(engine: Engine): void {
  engine.use(footnote).disable('footnote_inline')
  engine.block.ruler.at('footnote_def', bounded(noteRule()), { alt: ['paragraph', 'reference'] })
  const rules = engine.renderer.rules
  rules['footnote_ref'] = (tokens, index) => {
    const { number, isFirst } = placeOf(tokens[index])
    return `<sup><a href="#note-${number}"${isFirst ? ` id="noteref-${number}"` : ''}>${bodyWord('note', 'hidden')}${number}</a></sup>`
  }
  rules['footnote_block_open'] = () => `<section class="notes"><p>${bodyWord('notes')}</p>\n<ol>\n`
  rules['footnote_block_close'] = () => '</ol></section>\n'
  rules['footnote_open'] = (tokens, index) => `<li id="note-${placeOf(tokens[index]).number}">`
  rules['footnote_close'] = () => '</li>\n'
  // Back to where the note is first named, however often it is.
  rules['footnote_anchor'] = (tokens, index) => {
    const { number, isFirst } = placeOf(tokens[index])
    return isFirst ? ` <a href="#noteref-${number}">${bodyWord('noteBack', 'hidden')}</a>` : ''
  }
}

/** Which note, and whether the text names it there for the first time. */
function placeOf(token: Token | undefined): { number: number; isFirst: boolean } {
  const { id = 0, subId = 0 } = (token?.meta ?? {}) as { id?: number; subId?: number }
  return { number: id + 1, isFirst: subId === 0 }
}

function noteRule(): BlockRule {
  const [rule] = new MarkdownIt('zero').use(footnote).block.ruler.getRules('') as BlockRule[]
  if (!rule) throw new Error('the Markdown parser has no rule for footnotes')
  return rule
}

/** One definition holds no other: the plugin would lose the outer one's end. */
const bounded =
  (rule: BlockRule): BlockRule =>
  (state, start, end, silent) => {
    const env = state.env as NotesEnv
    // Asked silently, it says where a paragraph ends: also that of the note above.
    if (silent) return rule(state, start, end, true)
    if (env.withinNote || (env.notes ?? 0) >= MAX_NOTES) return false
    env.withinNote = true
    const found = rule(state, start, end, false)
    env.withinNote = false
    if (found) env.notes = (env.notes ?? 0) + 1
    return found
  }
