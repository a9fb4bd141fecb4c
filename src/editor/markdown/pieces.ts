import type { Mark, Node } from '@tiptap/pm/model'

/** A run of words, or one thing among them, with what it wears. */
export interface Piece {
  kind: 'text' | 'code' | 'break' | 'picture' | 'note'
  text: string
  marks: readonly Mark[]
  node: Node
}

const NBSP = '\u00a0'

const things: Record<string, Piece['kind']> = { picture: 'picture', noteRef: 'note' }

/** A line holds its pieces up to the break. */
export function piecesOf(block: Node): Piece[] {
  const pieces: Piece[] = []
  block.forEach((node) => {
    const marks = node.marks.filter(({ type }) => type.name !== 'code')
    if (!node.isText) pieces.push({ kind: things[node.type.name] ?? 'break', text: '', marks, node })
    else if (marks.length < node.marks.length) pieces.push({ kind: 'code', text: node.text ?? '', marks, node })
    else pieces.push({ kind: 'text', text: node.text ?? '', marks, node })
  })
  return spaced(expelled(pieces))
}

/** The parser sees no mark that begins or ends with a space: the space stands beside it. */
const tender = ['bold', 'italic', 'strike', 'cover']

function expelled(pieces: Piece[]): Piece[] {
  return tender.reduce((all, name) => {
    const wears = (piece: Piece | undefined) => piece?.marks.some(({ type }) => type.name === name) ?? false
    const split = all.flatMap((piece) => (wears(piece) ? ends(piece) : [piece]))
    const bare = new Set<Piece>()
    const strip = (order: readonly Piece[]) => {
      let inside = false
      for (const piece of order) {
        if (!wears(piece)) inside = false
        else if (!inside && isBlank(piece)) bare.add(piece)
        else inside = true
      }
    }
    strip(split)
    strip(split.toReversed())
    return split.map((piece) => (bare.has(piece) ? { ...piece, marks: piece.marks.filter(({ type }) => type.name !== name) } : piece))
  }, pieces)
}

const isBlank = ({ kind, text }: Piece): boolean => kind === 'break' || (kind === 'text' && text.trim() === '')

function ends(piece: Piece): Piece[] {
  if (piece.kind !== 'text') return [piece]
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? []
  return [before, words, after].filter((text) => text !== '').map((text) => ({ ...piece, text }))
}

/** Spaces at the start of a line, and several in a row, are seen while writing: so are they afterwards. At the end of a line nobody sees them. */
function spaced(pieces: Piece[]): Piece[] {
  let atStart = true
  const kept = pieces.map((piece): Piece => {
    if (piece.kind !== 'text') {
      atStart = piece.kind === 'break'
      return piece
    }
    const text = piece.text.replace(/\s+/g, (run, index: number) =>
      atStart && index === 0 ? NBSP.repeat(run.length) : run.length > 1 ? `${NBSP.repeat(run.length - 1)} ` : run === '\n' ? ' ' : run,
    )
    if (text.trim() !== '') atStart = false
    return { ...piece, text }
  })
  return trimmed(kept)
}

function trimmed(pieces: Piece[]): Piece[] {
  let atEnd = true
  return pieces
    .toReversed()
    .map((piece): Piece => {
      if (piece.kind === 'break') atEnd = true
      else if (piece.kind !== 'text') atEnd = false
      else if (atEnd) {
        const text = piece.text.trimEnd()
        atEnd = text === ''
        return { ...piece, text }
      }
      return piece
    })
    .toReversed()
    .filter(({ kind, text }) => (kind !== 'text' && kind !== 'code') || text !== '')
}
