import type { MarkdownIt as Engine, StateBlock, StateInline } from 'markdown-it'
import { bodyWord } from './body-words.ts'
import { blocksOn, closingLine, inVain, lineAt, mayOpen } from './enclosed-blocks.ts'

interface SpoilerEnv {
  /** How often a cover's end was looked for: where there is none, each such look may have crossed the whole paragraph. */
  soughtInVain?: number
  covers?: number
}

const MOST_IN_VAIN = 100
/** Five letters ask for a hundred of markup: beyond what anyone covers, they stay as typed. */
const MOST_COVERS = 1_000
const opening = /^(:{3,})spoiler(?:[ \t]+(.*))?$/

/** `:::spoiler title` … `:::` folds paragraphs, `||words||` covers words. Both open without script. */
export function spoilers(engine: Engine): void {
  engine.block.ruler.before('fence', 'spoiler', foldedBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  engine.inline.ruler.at('text', textUpToBars)
  engine.inline.ruler.before('emphasis', 'spoiler', coveredWords)
  const rules = engine.renderer.rules
  rules['fold_open'] = (tokens, index) => {
    const title = tokens[index]?.info ?? ''
    return `<details class="spoiler"><summary>${title ? engine.utils.escapeHtml(title) : bodyWord('spoiler')}</summary>\n`
  }
  rules['fold_close'] = () => '</details>\n'
  // A box that is ticked shows what lies beside it; until then nobody hears it either.
  rules['cover_open'] = () => `<label class="cover"><input class="hidden" type="checkbox">${bodyWord('spoiler', 'hidden')}<span>`
  rules['cover_close'] = () => '</span></label>'
}

function foldedBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const [, colons = '', title = ''] = opening.exec(lineAt(state, start)) ?? []
  if (colons === '' || !mayOpen(state, start)) return false
  // Of as many colons as opened it, so that a longer row of them may hold a shorter one.
  const last = closingLine(state, colons, start + 1, end)
  if (last === null) return inVain(state)
  if (silent) return true
  const open = state.push('fold_open', 'details', 1)
  open.block = true
  open.info = title.trim()
  blocksOn(state, start + 1, last)
  state.push('fold_close', 'details', -1).block = true
  state.line = last + 1
  return true
}

function coveredWords(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src } = state
  const env = state.env as SpoilerEnv
  const { soughtInVain = 0, covers = 0 } = env
  if (!src.startsWith('||', pos) || pos + 4 >= posMax || /\s/.test(src.charAt(pos + 2))) return false
  if (soughtInVain >= MOST_IN_VAIN || covers >= MOST_COVERS) return false
  let end = src.indexOf('||', pos + 3)
  while (end !== -1 && /\s/.test(src.charAt(end - 1))) end = src.indexOf('||', end + 1)
  if (end === -1 || end + 2 > posMax) {
    env.soughtInVain = soughtInVain + 1
    return false
  }
  if (!silent) {
    env.covers = covers + 1
    state.pos = pos + 2
    state.posMax = end
    state.push('cover_open', 'label', 1)
    state.md.inline.tokenize(state)
    state.push('cover_close', 'label', -1)
  }
  state.pos = end + 2
  state.posMax = posMax
  return true
}

// The parser's own rule runs over bars: this one stops at them as it does at every sign that may begin something.
const plain = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~|]+/y

function textUpToBars(state: StateInline, silent: boolean): boolean {
  plain.lastIndex = state.pos
  const found = plain.exec(state.src)?.[0].slice(0, state.posMax - state.pos)
  if (!found) return false
  if (!silent) state.pending += found
  state.pos += found.length
  return true
}
