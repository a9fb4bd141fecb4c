import type { MarkdownIt as Engine, StateBlock } from 'markdown-it'
import { blocksOn, closingLine, inVain, lineAt, mayOpen } from './enclosed-blocks.ts'
import { alignments } from './palette.ts'

const openings = new Map(alignments.map((side) => [`<div class="align-${side}">`, `align-${side}`]))

/** `<div class="align-center">` … `</div>`, each on a line of its own: how the blocks between them stand. */
export function aligned(engine: Engine): void {
  engine.block.ruler.before('fence', 'aligned', alignedBlocks, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
}

function alignedBlocks(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const className = openings.get(lineAt(state, start))
  if (!className || !mayOpen(state, start)) return false
  const last = closingLine(state, '</div>', start + 1, end)
  if (last === null) return inVain(state)
  if (silent) return true
  const open = state.push('aligned_open', 'div', 1)
  open.block = true
  open.attrs = [['class', className]]
  blocksOn(state, start + 1, last)
  state.push('aligned_close', 'div', -1).block = true
  state.line = last + 1
  return true
}
