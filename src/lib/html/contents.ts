import type { StateCore } from 'markdown-it'
import { bodyWord } from './body-words.ts'
import { escapeHtml } from './escape.ts'
import { openWords } from './plain-text.ts'

export interface Heading {
  number: number
  /** 2 is the highest: the page's h1 is the title. */
  level: number
  text: string
}

export interface ContentsEnv {
  headings?: Heading[]
}

const FEWEST_HEADINGS = 3
const MOST_HEADINGS = 100
/** What fits on two or three screens of a phone needs no table. */
const LONG_TEXT = 1_500

/** Headings of the text itself, not those in quotes, notes or what is folded away, can be led to. */
export function numberHeadings(state: StateCore): void {
  const env = state.env as ContentsEnv
  const headings: Heading[] = []
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open' || token.level !== 0 || headings.length === MOST_HEADINGS) continue
    const text = openWords(state.tokens[index + 1]?.children ?? []).trim()
    if (text === '') continue
    const number = headings.length + 1
    token.attrs = [['id', `section-${number}`]]
    headings.push({ number, level: Number(token.tag.slice(1)), text })
  }
  env.headings = headings
}

/** Above a long text with headings: where they are. '' where nobody would look for it. */
export function contentsHtml({ headings = [] }: ContentsEnv, text: string): string {
  if (headings.length < FEWEST_HEADINGS || text.length < LONG_TEXT) return ''
  const top = Math.min(...headings.map(({ level }) => level))
  const lines = headings.map(
    ({ number, level, text }) =>
      `<li${level > top ? ' class="contents__sub"' : ''}><a href="#section-${number}">${escapeHtml(text)}</a></li>\n`,
  )
  return `<details class="contents"><summary>${bodyWord('contents')}</summary>\n<ol>\n${lines.join('')}</ol></details>\n`
}
