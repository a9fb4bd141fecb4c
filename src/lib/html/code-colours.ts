import { createRequire } from 'node:module'
import { escapeHtml } from './escape.ts'

interface Highlighter {
  registerLanguage(name: string, grammar: unknown): void
  getLanguage(name: string): unknown
  highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { value: string }
}

// No Markdown: its grammar takes seconds for a few thousand brackets.
const grammars = [
  ...['bash', 'c', 'cpp', 'csharp', 'css', 'diff', 'go', 'ini', 'java', 'javascript', 'json', 'kotlin', 'lua', 'php', 'python'],
  ...['ruby', 'rust', 'sql', 'swift', 'typescript', 'xml', 'yaml'],
]

let loaded: Highlighter | undefined

/**
 * With the first code that is coloured: its grammars take a tenth of a second and ten megabytes. Not imported: its types bring the whole of
 * a browser's into a program that runs in none.
 */
function loadHighlighter(): Highlighter {
  const load = createRequire(import.meta.url)
  const highlighter = load('highlight.js/lib/core') as Highlighter
  for (const name of grammars) highlighter.registerLanguage(name, load(`highlight.js/lib/languages/${name}`))
  return highlighter
}

/** Of one text. A grammar looks at hostile code for longer than at code that works, and longest at long lines: what lies beyond is plain. */
const MOST_CODE = 16_000
const LONGEST_LINE = 1_000
/** Templates within templates: the sanitiser leaves out what is nested deeper than anyone writes. */
const DEEPEST = 20

export interface CodeEnv {
  /** Letters of this text that have been coloured. */
  coloured?: number
}

/** What a part of a program is to its reader, of the many things that it is to a grammar. */
const kinds: Record<string, string> = {
  ...named('comment', ['comment', 'quote', 'doctag']),
  ...named('keyword', ['keyword', 'selector-tag', 'template-tag', 'operator']),
  ...named('string', ['string', 'regexp', 'char', 'code', 'link']),
  ...named('number', ['number', 'literal', 'symbol', 'bullet']),
  ...named('name', ['title', 'section', 'function', 'name', 'tag', 'selector-id', 'selector-class']),
  ...named('type', ['type', 'class', 'built_in', 'meta', 'attr', 'attribute', 'property', 'variable', 'template-variable']),
  ...named('added', ['addition']),
  ...named('removed', ['deletion']),
}

export const codeClasses = [...new Set(Object.values(kinds))]

/** Code as markup in which its parts are told apart by class alone. */
export function colouredCode(code: string, language: string, env: CodeEnv): string {
  const coloured = (env.coloured ?? 0) + code.length
  if (language === '' || coloured > MOST_CODE || code.split('\n').some((line) => line.length > LONGEST_LINE)) return escapeHtml(code)
  loaded ??= loadHighlighter()
  if (!loaded.getLanguage(language)) return escapeHtml(code)
  env.coloured = coloured
  const { value } = loaded.highlight(code, { language, ignoreIllegals: true })
  return depthOf(value) > DEEPEST
    ? escapeHtml(code)
    : value.replace(/<span class="([^"]*)">/g, (_, classes: string) => `<span${ours(classes)}>`)
}

function ours(classes: string): string {
  const kind = kinds[/^hljs-([\w-]+)/.exec(classes)?.[1] ?? '']
  return kind ? ` class="${kind}"` : ''
}

function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of html.matchAll(/<(?:span|\/span)/g)) {
    depth += tag === '<span' ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function named(kind: string, scopes: string[]): Record<string, string> {
  return Object.fromEntries(scopes.map((scope) => [scope, `code-${kind}`]))
}
