import { describe, expect, test } from 'vitest'
// @ts-expect-error a script of the browser, without types
import * as order from '../../public/js/uploads/order.js'
// @ts-expect-error a script of the browser, without types
import * as scripts from '../../public/js/uploads/references.js'

type Reference = { key: string; path: string; label: string; caption: string; cover: boolean; isPicture: boolean }
const { moved, movedTo, namedIn } = order as {
  namedIn(text: string): Reference[]
  moved(text: string, key: string, by: number): string
  movedTo(text: string, key: string, place: number): string
}
const { covered, described, placed, referencesIn, without } = scripts as {
  referencesIn(text: string): Reference[]
  described(text: string, key: string, words: { label?: string; caption?: string }): string
  covered(text: string, key: string, on: boolean): string
  without(text: string, key: string): string
  placed(text: string, markdown: string, at: { cursor: number; after?: string[]; before?: string[] }): { text: string; at: number }
}

const [a, b, c] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as [string, string, string]
const sea = `![바다](/files/${a}/%EB%B0%94.webp)`
const hill = `![산](/files/${b}/x.webp#cover "정상에서")`
const report = `[보고서.pdf](/files/${c}/x.pdf)`
const text = `가는 길\n\n${sea}\n\n오르니 ${hill} 보인다\n\n${report}\n`

describe('files that a text names', () => {
  test('are found with what is said of them', () => {
    expect(referencesIn(text).map(({ key, label, caption, cover, isPicture }) => ({ key, label, caption, cover, isPicture }))).toEqual([
      { key: a, label: '바다', caption: '', cover: false, isPicture: true },
      { key: b, label: '산', caption: '정상에서', cover: true, isPicture: true },
      { key: c, label: '보고서.pdf', caption: '', cover: false, isPicture: false },
    ])
  })

  test('links, pictures of elsewhere and half-written ones are none of ours', () => {
    expect(referencesIn(`![x](https://a.example/files/${a}/x.webp) [x](/free/1) ![x](/files/${a}`)).toEqual([])
  })

  test.each(['[괄호]와 "따옴표"', '역\\빗금 *별* _밑줄_ `코드`', '<b>&amp;', '줄\n바꿈'])('take %j as words and give it back', (words) => {
    const said = described(described(text, a, { label: words }), a, { caption: words })
    const line = words.replace(/\s+/g, ' ')
    expect(referencesIn(said)[0]).toMatchObject({ label: line, caption: line, key: a })
    expect(referencesIn(said)).toHaveLength(3)
  })

  test('have one cover at most', () => {
    const other = covered(text, a, true)
    expect(referencesIn(other).map(({ cover }) => cover)).toEqual([true, false, false])
    expect(referencesIn(covered(other, a, false)).some(({ cover }) => cover)).toBe(false)
    expect(covered(other, b, true)).toBe(text)
  })

  test('change places and leave what is written between them', () => {
    expect(moved(text, a, 1)).toBe(`가는 길\n\n${hill}\n\n오르니 ${sea} 보인다\n\n${report}\n`)
    expect(moved(moved(text, a, 1), a, -1)).toBe(text)
    expect([moved(text, a, -1), moved(text, c, 1)]).toEqual([text, text])
  })

  test('take any place, and those between move up', () => {
    const orderOf = (said: string) => namedIn(said).map(({ key }) => key)
    expect(orderOf(movedTo(text, a, 2))).toEqual([b, c, a])
    expect(orderOf(movedTo(text, c, 0))).toEqual([c, a, b])
    expect(movedTo(movedTo(text, a, 2), a, 0)).toBe(text)
    expect([movedTo(text, a, 0), movedTo(text, 'f'.repeat(32), 1)]).toEqual([text, text])
    // One that is named again stands where it is named first.
    expect(orderOf(movedTo(`${text}\n\n${sea}`, a, 2))).toEqual([b, c, a])
    expect(orderOf(movedTo(`${sea} ${sea} ${hill}`, b, 0))).toEqual([b, a])
  })

  test('are taken out with the blank lines that stood for them', () => {
    expect(without(text, a)).toBe(`가는 길\n\n오르니 ${hill} 보인다\n\n${report}\n`)
    expect(without(text, b)).toBe(`가는 길\n\n${sea}\n\n오르니  보인다\n\n${report}\n`)
    expect(without(without(`${sea}\n\n${report}\n`, a), c)).toBe('')
  })

  test('stand as they were chosen, whichever came first', () => {
    const first = placed('글', report, { cursor: 1, before: [] })
    expect(first.text).toBe(`글\n\n${report}\n\n`)
    expect(placed(first.text, sea, { cursor: 0, before: [c] }).text).toBe(`글\n\n${sea}\n\n${report}\n\n`)
    expect(placed(`${sea}\n\n끝`, hill, { cursor: 0, after: [a] }).text).toBe(`${sea}\n\n${hill}\n\n끝`)
    expect(placed('', sea, { cursor: 0 }).text).toBe(`${sea}\n\n`)
  })
})
