import { codeClasses } from './code-colours.ts'
import { embedShapes } from './embed-kinds.ts'
import { alignments, cellAlignments, inks, marks } from './palette.ts'

export const codeLanguages = [
  ...['bash', 'c', 'cpp', 'cs', 'css', 'diff', 'go', 'html', 'ini', 'java', 'javascript', 'js', 'json', 'jsx', 'kotlin', 'lua', 'markdown'],
  ...['php', 'python', 'py', 'ruby', 'rust', 'sh', 'sql', 'swift', 'text', 'toml', 'ts', 'tsx', 'typescript', 'xml', 'yaml', 'yml'],
] as const

/** Every class that a member's text may carry, by the element that carries it: none of these moves, hides or dresses up anything else. */
export const allowedClasses: Record<string, string[]> = {
  a: ['picture'],
  code: codeLanguages.map((language) => `language-${language}`),
  div: ['scroll-x', 'link-card', 'embed', ...embedShapes.map((shape) => `embed--${shape}`), ...alignments.map((side) => `align-${side}`)],
  span: [
    ...['hidden', 'link-card__words', 'link-card__title', 'link-card__description', 'link-card__site', 'embed__kind', 'embed__address'],
    ...codeClasses,
    ...inks.map((colour) => `ink-${colour}`),
    'caption',
  ],
  mark: marks.map((colour) => `mark-${colour}`),
  th: cellAlignments.map((side) => `align-${side}`),
  td: cellAlignments.map((side) => `align-${side}`),
  details: ['spoiler', 'contents'],
  li: ['contents__sub', 'task'],
  section: ['notes'],
  label: ['cover'],
  input: ['hidden'],
}
