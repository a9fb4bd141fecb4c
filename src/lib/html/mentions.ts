import type { MarkdownIt as Engine, StateInline, Token } from 'markdown-it'
import { canonicalName } from '../text/canonical-name.ts'
import { graphemesOf } from '../text/graphemes.ts'

/** Whom a text may name: where each of these canonical names leads. */
export type Mentions = ReadonlyMap<string, string>

export interface MentionEnv {
  mentions?: Mentions
  /** Without `mentions`: gathers all that might be a name, for whoever looks them up. */
  called?: Set<string>
  calls?: number
  /** Signs that might begin a name and were looked at. */
  tries?: number
}

/** Beyond these a text calls nobody: each call is as many names to look up as it has letters. */
const MOST_CALLS = 20
/** A text with more of them names nobody any more: each is twenty names to try. */
const MOST_TRIES = 1_000
const SHORTEST = 2
const LONGEST = 20
/** Of code units: a grapheme may be long. */
const LONGEST_WRITTEN = 120

const noSign = /[\s!-,/:-@[-^`{-~]/
/** An editor writes those signs so where they would mean emphasis. */
const escaped = /\\(?=[._-])/g
/** An e-mail address, or part of another. */
const belongsToWord = /[A-Za-z0-9._%+@/-]$/
/** Korean sets its particles right behind a name: "@민아님께서는", "@민아에게도". Behind 님 and 씨 anything may follow. */
const particle = [
  '은|는|이|가|을|를|의|에|에게|에게서|한테|한테서|께|께서|에서|으로|로|와|과|랑|이랑|하고|도|만|까지|부터|처럼|보다|마저|조차|밖에|뿐|이나|나|야|아|여|이여|들',
  '라고|이라고|라는|이라는|라면|이라면|란|이란|입니다|이에요|예요|이야|이고|인데|이다|요|이요|네',
].join('|')
const nameEnds = new RegExp(`^(?:$|[^\\p{L}\\p{M}\\p{N}._-]|[._-]+(?![a-z0-9])|님|씨|(?:${particle}){1,3}(?![\\p{L}\\p{N}]))`, 'iu')

/** "@name" of somebody whom `env.mentions` knows leads to them: the longest such name. Not in code, nor within a link; what is no name stays text. */
export function mentions(engine: Engine): void {
  engine.inline.ruler.push('mentions', readMention)
}

function readMention(state: StateInline, silent: boolean): boolean {
  const env = state.env as MentionEnv
  if (state.src[state.pos] !== '@' || state.linkLevel > 0 || !(env.called || env.mentions?.size)) return false
  if (belongsToWord.test(state.src.slice(0, state.pos).slice(-1))) return false
  const known = env.mentions
  if (!known && (env.calls ?? 0) >= MOST_CALLS) return false
  env.tries = (env.tries ?? 0) + 1
  if (env.tries > MOST_TRIES) return false
  const written = state.src.slice(state.pos + 1, Math.min(state.posMax, state.pos + 1 + LONGEST_WRITTEN))
  const names = possibleNames(written.replace(escaped, ''))
  if (!known) return gather(env, names)
  const name = names.find((each) => known.has(canonicalName(each)))
  if (name === undefined) return false
  if (!silent) push(state, `@${name}`, known.get(canonicalName(name)) ?? '')
  state.pos += 1 + lengthIn(written, name.length)
  return true
}

function gather(env: MentionEnv, names: readonly string[]): false {
  if (names.length === 0) return false
  env.calls = (env.calls ?? 0) + 1
  for (const name of names) env.called?.add(canonicalName(name))
  return false
}

/** How much of what is written so many letters of a name take. */
function lengthIn(written: string, letters: number): number {
  let at = 0
  for (let taken = 0; taken < letters; taken += 1) at += /^\\[._-]/.test(written.slice(at, at + 2)) ? 2 : 1
  return at
}

interface CallMeta {
  calls: string
}

/** Whom a parsed text calls, in canonical form. What describes a picture calls nobody. */
export function callsIn(tokens: readonly Token[]): string[] {
  const links = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open')
  return [...new Set(links.flatMap(({ meta }) => (meta as CallMeta | null)?.calls ?? []))]
}

/** The longest first. */
function possibleNames(written: string): string[] {
  const end = written.search(noSign)
  const run = graphemesOf(end < 0 ? written : written.slice(0, end))
  const names: string[] = []
  for (let length = Math.min(run.length, LONGEST); length >= SHORTEST; length -= 1) {
    if (nameEnds.test(run.slice(length).join(''))) names.push(run.slice(0, length).join(''))
  }
  return names
}

function push(state: StateInline, label: string, path: string): void {
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', path]]
  open.meta = { calls: canonicalName(label.slice(1)) } satisfies CallMeta
  state.push('text', '', 0).content = label
  state.push('link_close', 'a', -1)
}
