import { cellAlignments } from './palette.ts'

export interface Cell {
  tag: string
  colspan: number
  rowspan: number
  className: string
  /** What stands on its line, or the lines that hold its blocks. */
  content: string | { from: number; to: number }
}

export interface Section {
  tag: string
  rows: Cell[][]
}

/** How a line of the text reads, without what stands before and after it. */
type Lines = (line: number) => string
type Piece = { tag: string; opens: boolean } | Cell

const structure = /^<(\/?)(thead|tbody|tr)>/
const cellStart = /^<(th|td)((?: (?:colspan|rowspan|class)="[^"]{0,20}")*)>/
const span = /^[1-9]\d{0,2}$/
const cellClasses: readonly string[] = cellAlignments.map((side) => `align-${side}`)

/** The table that stands on these lines, if they hold nothing but one. Each line is looked at once. */
export function readTable(lines: Lines, from: number, to: number): Section[] | null {
  const pieces = piecesOn(lines, from, to)
  return pieces && sectionsOf(pieces)
}

function piecesOn(lines: Lines, from: number, to: number): Piece[] | null {
  const pieces: Piece[] = []
  for (let line = from; line < to; line += 1) {
    let rest = lines(line)
    while (rest !== '') {
      const [tagged, slash, tag] = structure.exec(rest) ?? []
      const [opening, name = '', attributes = ''] = cellStart.exec(rest) ?? []
      if (tagged && tag) {
        pieces.push({ tag, opens: slash === '' })
        rest = rest.slice(tagged.length).trimStart()
      } else if (opening) {
        rest = rest.slice(opening.length)
        const closing = `</${name}>`
        const end = rest === '' ? lineWith(lines, closing, line + 1, to) : rest.indexOf(closing)
        const cell = cellOf(name, attributes)
        if (end === -1 || !cell) return null
        const content = rest === '' ? { from: line + 1, to: end } : rest.slice(0, end).trim()
        if (rest === '') {
          line = end
          rest = lines(end)
        } else rest = rest.slice(end)
        pieces.push({ ...cell, content })
        rest = rest.slice(closing.length).trimStart()
      } else return null
    }
  }
  return pieces
}

function lineWith(lines: Lines, closing: string, from: number, to: number): number {
  for (let line = from; line < to; line += 1) if (lines(line).startsWith(closing)) return line
  return -1
}

function cellOf(tag: string, attributes: string): Cell | null {
  const given = new Map<string, string>()
  for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
    if (given.has(name) || !(name === 'class' ? cellClasses.includes(value) : span.test(value))) return null
    given.set(name, value)
  }
  const spanOf = (name: string) => Number(given.get(name) ?? 1)
  return { tag, colspan: spanOf('colspan'), rowspan: spanOf('rowspan'), className: given.get('class') ?? '', content: '' }
}

/** A head or none, then bodies; rows that stand in neither are a body. Null: a tag is out of its place. */
function sectionsOf(pieces: readonly Piece[]): Section[] | null {
  const sections: Section[] = []
  let section: Section | null = null
  let row: Cell[] | null = null
  let unnamed = false
  const begin = (tag: string): Section => {
    const begun = { tag, rows: [] }
    sections.push(begun)
    return begun
  }
  for (const piece of pieces) {
    if ('content' in piece) {
      if (!row) return null
      row.push(piece)
    } else if (piece.tag === 'tr' && piece.opens) {
      if (row) return null
      unnamed ||= section === null
      section ??= begin('tbody')
      row = []
      section.rows.push(row)
    } else if (piece.tag === 'tr') {
      if (!row || row.length === 0) return null
      row = null
    } else if (piece.opens) {
      if (row || (section && !unnamed) || (piece.tag === 'thead' && sections.length > 0)) return null
      section = begin(piece.tag)
      unnamed = false
    } else {
      if (row || unnamed || section?.tag !== piece.tag) return null
      section = null
    }
  }
  const whole = !row && (!section || unnamed)
  const filled = sections.filter(({ rows }) => rows.length > 0)
  return whole && filled.length > 0 ? filled : null
}
