import type { Mark, Node } from '@tiptap/pm/model'
import { destination, escapeText, type Place, quoted } from './escape.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { firstSign, isPunctuation, isSpace, lastSign, mayStand } from './signs.ts'

/** How a break within the words is written: as a new line, or where there can be none. */
export type Breaks = 'lines' | 'tags'

/** The words of a paragraph, heading or cell; '' for none. */
export function inlineText(block: Node, { breaks = 'lines', inCell }: { breaks?: Breaks; inCell?: Place['inCell'] } = {}): string {
  const pieces = piecesOf(block)
  while (pieces.at(-1)?.kind === 'break') pieces.pop()
  const lines = run(pieces, { before: '', after: '', inCell })
    .split('\n')
    .map((line) => line.replace(/^\u00a0+|\u00a0+$/g, (spaces) => '&nbsp;'.repeat(spaces.length)))
  // An empty line would end the paragraph.
  return lines.reduce(
    (text, line, index) => text + (index === 0 ? '' : breaks === 'tags' || lines[index - 1] === '' ? '<br>' : '\n') + line,
    '',
  )
}

/** Covers lie outside of everything: a link holds nothing to press. */
const rank = ['cover', 'link', 'ink', 'highlight', 'underline', 'bold', 'italic', 'strike', 'sub', 'sup']

function run(pieces: readonly Piece[], place: Place): string {
  let text = ''
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as Piece
    const before = lastSign(text) || place.before
    const mark = outermost(pieces, index)
    if (!mark) {
      text += atom(piece, { ...place, before, after: signAfter(pieces[index + 1], place) })
      index += 1
      continue
    }
    const end = endOf(pieces, index, mark)
    const group = pieces.slice(index, end).map((one) => ({ ...one, marks: one.marks.filter((each) => !each.eq(mark)) }))
    text += marked(mark, group, { ...place, before, after: signAfter(pieces[end], place) })
    index = end
  }
  return text
}

/** Which of a piece's marks goes on for longest: it holds the others. */
function outermost(pieces: readonly Piece[], index: number): Mark | undefined {
  const marks = pieces[index]?.marks ?? []
  const score = (mark: Mark) => (mark.type.name === 'cover' ? 1e6 : endOf(pieces, index, mark) * 100 - rank.indexOf(mark.type.name))
  return marks.toSorted((one, other) => score(other) - score(one))[0]
}

function endOf(pieces: readonly Piece[], from: number, mark: Mark): number {
  const covered = isCovered(pieces[from])
  let end = from
  while (end < pieces.length && pieces[end]?.marks.some((each) => each.eq(mark)) && isCovered(pieces[end]) === covered) end += 1
  return end
}

const isCovered = (piece: Piece | undefined): boolean => piece?.marks.some(({ type }) => type.name === 'cover') ?? false

/** What the next sign will be; that of a mark may be a star. */
function signAfter(piece: Piece | undefined, place: Place): string {
  if (!piece) return place.after
  if (piece.kind === 'break') return '\n'
  const name = piece.marks[0]?.type.name
  if (name === 'link' && piece.marks.length === 1) return '['
  if (name !== undefined) return '*'
  if (piece.kind !== 'text') return piece.kind === 'code' ? '`' : piece.kind === 'note' ? '[' : '!'
  return firstSign(piece.text)
}

function atom(piece: Piece, place: Place): string {
  if (piece.kind === 'break') return '\n'
  if (piece.kind === 'picture') {
    const { src, alt, caption } = piece.node.attrs as { src: string; alt: string; caption: string }
    const words = escapeText(alt.replace(/\s+/g, ' ').trim(), { ...place, before: '[', after: ']', inLink: true })
    return `![${words}](${destination(src)}${caption.trim() === '' ? '' : ` "${quoted(caption)}"`})`
  }
  if (piece.kind === 'note') return `[^${piece.node.attrs['label']}]`
  // Nothing within code can be escaped: what would end a cover or a cell is words there.
  if (piece.kind === 'code' && !(place.inCover && piece.text.includes('||')) && !(place.inCell && /<\/t[dh]/.test(piece.text)))
    return codeSpan(piece.text, place)
  return escapeText(piece.text, place)
}

function codeSpan(text: string, { inCell }: Place): string {
  const words = text.replaceAll('\n', ' ')
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .*[^ ].* $/.test(words) ? ' ' : ''
  return `${fence}${pad}${inCell === 'bars' ? words.replaceAll('|', '\\|') : words}${pad}${fence}`
}

function marked(mark: Mark, group: Piece[], place: Place): string {
  const within = (opening: string, closing: string, more: Partial<Place> = {}) =>
    run(group, { ...place, ...more, before: lastSign(opening), after: firstSign(closing) })
  const tags = (open: string, close: string) => `<${open}>${within('>', '<')}</${close}>`
  switch (mark.type.name) {
    case 'bold':
      return emphasis('**', within('*', '*'), place) ?? tags('b', 'b')
    case 'italic':
      return emphasis('*', within('*', '*'), place) ?? lowDashes(within('_', '_'), place) ?? tags('i', 'i')
    case 'strike':
      return emphasis('~~', within('~', '~'), place) ?? tags('s', 's')
    case 'cover':
      return place.inCover ? within(place.before, place.after) : covered(within('|', '|', { inCover: true }), place)
    case 'link':
      return link(String(mark.attrs['href']), group, place, () => within('[', ']', { inLink: true }))
    case 'ink':
      return tags(`span class="ink-${mark.attrs['colour']}"`, 'span')
    case 'highlight':
      return tags(`mark class="mark-${mark.attrs['colour']}"`, 'mark')
    default:
      return tags(tagOf[mark.type.name] ?? 'u', tagOf[mark.type.name] ?? 'u')
  }
}

/** A bar of a table would end the cell. */
const covered = (words: string, { inCell }: Place): string => (inCell === 'bars' ? `\\|\\|${words}\\|\\|` : `||${words}||`)

const tagOf: Record<string, string> = { underline: 'u', sub: 'sub', sup: 'sup' }

/** null: the parser would not see it here. */
function emphasis(signs: string, inner: string, { before, after }: Place): string | null {
  const sign = signs.charAt(0)
  const edges = [firstSign(inner), lastSign(inner), before, after]
  if (edges.includes(sign)) return null
  return mayStand(firstSign(inner), before) && mayStand(lastSign(inner), after) ? `${signs}${inner}${signs}` : null
}

/** Within a word these are letters. */
function lowDashes(inner: string, { before, after }: Place): string | null {
  const free = (sign: string) => sign !== '_' && (isSpace(sign) || (sign.length === 1 && isPunctuation(sign)))
  const ends = [firstSign(inner), lastSign(inner)]
  return free(before) && free(after) && !ends.some((sign) => sign === '_' || isSpace(sign)) ? `_${inner}_` : null
}

const plainAddress = /^https?:\/\/[\w\-.~:/?#@!$&+,;=%]*[\w/=]$/

/** An address that stands for itself stays one: alone on its line it becomes a player or a card. */
function link(href: string, group: Piece[], { before, after }: Place, inner: () => string): string {
  const [only, ...others] = group
  const text = only?.kind === 'text' && others.length === 0 && only.marks.length === 0 ? only.text : ''
  if (/^https?:\/\//.test(href) && (text === href || text === decoded(href))) {
    if (text === href && plainAddress.test(href) && isSpace(before) && isSpace(after)) return href
    if (!/[\s<>]/.test(text)) return `<${text}>`
  }
  return `[${inner()}](${destination(href)})`
}

function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

export const isEmptyBlock = (block: Node): boolean =>
  block.children.every((child) => child.type.name === 'hardBreak' || (child.isText && (child.text ?? '').trim() === ''))
