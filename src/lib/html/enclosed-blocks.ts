import type { StateBlock } from 'markdown-it'

interface LookEnv {
  /** How often an end was looked for and not found: each such look may have crossed the whole text. */
  ends?: number
}

const MOST_IN_VAIN = 20

export const lineAt = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()

/** No code, which stands four columns in, and not yet a text that has had its fill of beginnings without an end. */
export const mayOpen = (state: StateBlock, line: number): boolean =>
  (state.sCount[line] ?? 4) - state.blkIndent < 4 && ((state.env as LookEnv).ends ?? 0) < MOST_IN_VAIN

export function inVain(state: StateBlock): false {
  const env = state.env as LookEnv
  env.ends = (env.ends ?? 0) + 1
  return false
}

/** The line that is nothing but `closing`, in the same list or quote. */
export function closingLine(state: StateBlock, closing: string, from: number, end: number): number | null {
  for (let line = from; line < end; line += 1) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return null
    if (lineAt(state, line) === closing) return line
  }
  return null
}

/** What stands on these lines, as blocks of their own. */
export function blocksOn(state: StateBlock, from: number, to: number): void {
  const { parentType, lineMax } = state
  state.lineMax = to
  state.md.block.tokenize(state, from, to)
  state.parentType = parentType
  state.lineMax = lineMax
}
