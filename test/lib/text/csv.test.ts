import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../../src/lib/text/csv.ts'

/** As RFC 4180 reads it, all quotes taken away. */
function parsed(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'=", "'", '＝', '"', ','), fc.string()).map((parts) => parts.join('')),
)

test('whatever stands in a table comes back from its CSV, and no text in it is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const read = parsed(csvOf(rows))
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      expect(read.map((row) => row.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')))).toEqual(rows)
    }),
  )
})

test('numbers stay numbers, what is not known stays empty, Korean opens as Korean', () => {
  expect(csvOf([['방문자', '=1+1', -12.5, 0, null, "'-2"]])).toBe("\uFEFF방문자,'=1+1,-12.5,0,,''-2\r\n")
})
