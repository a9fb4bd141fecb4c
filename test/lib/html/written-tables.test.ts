import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/lib/html/markdown.ts'

const htmlOf = (source: string) => renderMarkdown(source).html.trim()
const escaped = (source: string) => source.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>\n')
const cell = (tag: string) => `<table>\n<tr>${tag}</tr>\n</table>`

describe('a table that is written as tags', () => {
  test('has a head, merged cells and cells of several blocks', () => {
    const source = `<table>
<thead>
<tr><th colspan="2" class="align-center">**봄**</th></tr>
</thead>
<tbody>
<tr><th rowspan="2">비</th><td class="align-right">1<br>2</td></tr>
<tr>
<td>

- 가
- 나

</td>
</tr>
</tbody>
</table>`
    const html = htmlOf(source)
    expect(html).toMatch(/^<div class="scroll-x" tabindex="0"><table>\n<thead>/)
    expect(html).toContain('<th class="align-center" colspan="2" scope="colgroup"><strong>봄</strong></th>')
    expect(html).toContain('<th rowspan="2" scope="rowgroup">비</th>\n<td class="align-right">1<br>\n2</td>')
    expect(html).toContain('<td>\n<ul>\n<li>가</li>\n<li>나</li>\n</ul>\n</td>')
    expect(renderMarkdown(source).text).toBe('봄\n비 1\n2\n가\n나')
  })

  test('whose rows stand in no part has a body, as a browser would give it', () => {
    expect(htmlOf(cell('<td>a</td>'))).toContain('<table>\n<tbody>\n<tr>\n<td>a</td>\n</tr>\n</tbody>\n</table>')
    const headed = '<table>\n<thead>\n<tr><th>h</th></tr>\n</thead>\n<tr><td>a</td></tr>\n</table>'
    expect(htmlOf(headed)).toContain('</thead>\n<tbody>')
  })

  test('tells whose heads its heads are; one without words is head of nothing', () => {
    const html = htmlOf('<table>\n<thead>\n<tr><th></th><th>a</th></tr>\n</thead>\n<tr><th>b</th><td></td></tr>\n</table>')
    expect(html.match(/<t[hd].*/g)).toEqual(['<thead>', '<td></td>', '<th scope="col">a</th>', '<th scope="row">b</th>', '<td></td>'])
    expect(htmlOf('||a|\n|-|-|\n|b||').match(/<t[hd] ?.*>/g)).toContain('<td></td>')
  })

  test('stands in a list and in a quote', () => {
    expect(htmlOf('- <table>\n  <tr><td>a</td></tr>\n  </table>')).toMatch(/<li>\n?<div class="scroll-x"/)
    expect(htmlOf('> <table>\n> <tr><td>a</td></tr>\n> </table>')).toContain('<td>a</td>')
  })

  test.each([
    cell('<td style="x">a</td>'),
    cell('<td colspan="0">a</td>'),
    cell('<td colspan="2" colspan="2">a</td>'),
    cell('<td colspan="41">a</td>'),
    cell('<td colspan="30" rowspan="999">a</td>'),
    cell('<td class="hidden">a</td>'),
    cell('<td>a</th>'),
    cell('<td>a</td>b'),
    cell('<td>a'),
    cell(''),
    '<table>\n</table>',
    '<table>\n<td>a</td>\n</table>',
    '<table>\n<tr><td>a</td></tr>',
    '<table>\n<tbody>\n<tr><td>a</td></tr>\n</table>',
    '<table>\n<tr><td>a</td></tr>\n</tbody>\n</table>',
    '<table>\n<tbody>\n<thead>\n<tr><td>a</td></tr>\n</thead>\n</tbody>\n</table>',
    '<table>\n<tbody>\n<tr><td>a</td></tr>\n</tbody>\n<thead>\n<tr><td>a</td></tr>\n</thead>\n</table>',
    '<table>\n<tr><tr><td>a</td></tr></tr>\n</table>',
    '<table>\n<caption>a</caption>\n<tr><td>a</td></tr>\n</table>',
    '<table border="1">\n<tr><td>a</td></tr>\n</table>',
  ])('%j is what was typed', (source) => {
    expect(htmlOf(source)).toBe(`<p>${escaped(source)}</p>`)
  })

  test('a text has four thousand cells at most, and what comes after stays as typed', () => {
    const row = `<tr>${'<td>a</td>'.repeat(40)}</tr>\n`
    const html = htmlOf(`<table>\n${row.repeat(99)}</table>\n\n<table>\n${row.repeat(2)}</table>`)
    expect(html.match(/<td>/g)).toHaveLength(99 * 40)
    expect(html).toContain('&lt;table&gt;')
  })
})
