import { describe, expect, test } from 'vitest'
import type { BodyFile } from '../../../src/lib/html/body-files.ts'
import { renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { inks, marks } from '../../../src/lib/html/palette.ts'

const photo = `/files/${'a'.repeat(32)}/x.webp`
const files = new Map<string, BodyFile>([[photo, { kind: 'image', width: 8, height: 6, smaller: [] }]])
const htmlOf = (source: string) => renderMarkdown(source, { files }).html.trim()
const escaped = (source: string) => source.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('tags within a line', () => {
  test('underline, raise, lower, and colour words from the palette, within one another and around Markdown', () => {
    expect(htmlOf('<u>밑줄 **굵게** <u>또</u></u>, H<sub>2</sub>O, 3<sup>2</sup>')).toBe(
      '<p><u>밑줄 <strong>굵게</strong> <u>또</u></u>, H<sub>2</sub>O, 3<sup>2</sup></p>',
    )
    for (const ink of inks) expect(htmlOf(`<span class="ink-${ink}">가</span>`)).toBe(`<p><span class="ink-${ink}">가</span></p>`)
    for (const mark of marks) expect(htmlOf(`*<mark class="mark-${mark}">가</mark>*`)).toContain(`<mark class="mark-${mark}">가</mark>`)
    expect(htmlOf('[<u>길</u>](/x) **<u>a</u>**')).toBe('<p><a href="/x"><u>길</u></a> <strong><u>a</u></strong></p>')
  })

  test('bold, slanted and struck letters where signs would not do: within a word, beside a star', () => {
    expect(htmlOf('a<b>(b)</b>c **d**<i>e</i><s>f </s>g')).toBe('<p>a<strong>(b)</strong>c <strong>d</strong><em>e</em><s>f </s>g</p>')
  })

  test.each([
    ...[
      '<U>a</U>',
      '<u >a</u>',
      '<u class="ink-red">a</u>',
      '<u onclick=x>a</u>',
      '<u/>a',
      '<strong>a</strong>',
      '<em>a</em>',
      '<mark>a</mark>',
    ],
    ...['<mark class="mark-red">a</mark>', '<span class="ink-yellow">a</span>', '<span class="hidden">a</span>', '<span>a</span>'],
    ...[
      '<span class=ink-red>a</span>',
      "<span class='ink-red'>a</span>",
      '<span class="ink-red cover">a</span>',
      '<br/>',
      '<br >',
      '<p>a</p>',
    ],
    ...['<u>a', 'a</u>', '</u>a<u>', '<u>a</sub>', '<sub>a</sup>', '<u></u>'],
  ])('%s is what was typed', (source) => {
    expect(htmlOf(source)).toBe(`<p>${escaped(source)}</p>`)
  })

  test('cross neither a link, nor emphasis, nor one another: what has lost its partner is text', () => {
    expect(htmlOf('**a <u>b** c</u>')).toBe('<p><strong>a &lt;u&gt;b</strong> c&lt;/u&gt;</p>')
    expect(htmlOf('<u>a **b</u> c**')).toBe('<p><u>a **b</u> c**</p>')
    expect(htmlOf('<u>a <sub>b</u> c</sub>')).toBe('<p><u>a &lt;sub&gt;b</u> c&lt;/sub&gt;</p>')
    expect(htmlOf('[a <u>b](/x) c</u>')).toBe('<p><a href="/x">a &lt;u&gt;b</a> c&lt;/u&gt;</p>')
    expect(htmlOf('<u>a\n\nb</u>')).toBe('<p>&lt;u&gt;a</p>\n<p>b&lt;/u&gt;</p>')
  })

  test('are no tags in code, nor behind a backslash', () => {
    expect(htmlOf('<u>a `</u>` b</u>')).toBe('<p><u>a <code>&lt;/u&gt;</code> b</u></p>')
    expect(htmlOf('\\<u>a</u>')).toBe('<p>&lt;u&gt;a&lt;/u&gt;</p>')
    expect(htmlOf('```\n<u>a</u>\n```')).toContain('<code>&lt;u&gt;a&lt;/u&gt;')
  })

  test('break a line where a cell can hold no other', () => {
    expect(htmlOf('|a<br>b|\n|-|')).toContain('<th scope="col">a<br>\nb</th>')
    expect(htmlOf('a\n\n<br>\n\nb')).toBe('<p>a</p>\n<p><br>\n</p>\n<p>b</p>')
  })

  test('are no words: neither for the search nor in an excerpt', () => {
    expect(renderMarkdown('<u>가</u><span class="ink-red">나</span><br>다').text).toBe('가나\n다')
  })
})

describe('blocks that stand elsewhere than at the left', () => {
  test.each(['center', 'right', 'justify'])('%s', (side) => {
    expect(htmlOf(`앞\n<div class="align-${side}">\n가\n\n- 나\n\n</div>\n뒤`)).toBe(
      `<p>앞</p>\n<div class="align-${side}">\n<p>가</p>\n<ul>\n<li>나</li>\n</ul>\n</div>\n<p>뒤</p>`,
    )
  })

  test('in a list, a quote and a spoiler too', () => {
    expect(htmlOf('- <div class="align-right">\n\n  가\n\n  </div>')).toContain('<li>\n<div class="align-right">\n<p>가</p>\n</div>\n</li>')
    expect(htmlOf('> <div class="align-right">\n> 가\n> </div>')).toContain('<blockquote>\n<div class="align-right">\n<p>가</p>\n</div>')
    expect(htmlOf(':::spoiler\n<div class="align-right">\n가\n</div>\n:::')).toContain(
      '<div class="align-right">\n<p>가</p>\n</div>\n</details>',
    )
  })

  test.each([
    '<div class="align-left">\na\n</div>',
    '<div>\na\n</div>',
    '<div class="align-right">\na',
    '<div class="align-right"> a </div>',
  ])('%j is what was typed', (source) => {
    expect(htmlOf(source)).toBe(`<p>${escaped(source).replaceAll('\n', '<br>\n')}</p>`)
  })
})

describe('what is said of a picture', () => {
  test('stands below it, and belongs to it where the picture is all of its paragraph', () => {
    expect(htmlOf(`![바다](${photo} "여름 <b>끝</b>")`)).toMatch(
      /^<figure><a class="picture" .*<\/a><figcaption>여름 &lt;b&gt;끝&lt;\/b&gt;<\/figcaption><\/figure>$/,
    )
    expect(htmlOf(`보라 ![바다](${photo} "여름")`)).toMatch(/^<p>보라 <a .*<\/a><span class="caption">여름<\/span><\/p>$/)
    expect(htmlOf(`- ![바다](${photo} "여름")`)).toContain('<span class="caption">여름</span></li>')
    expect(htmlOf(`![바다](${photo} " ")`)).not.toContain('caption')
  })

  test('is found by the search, and not behind a spoiler', () => {
    expect(renderMarkdown(`![바다](${photo} "여름")`, { files }).text).toBe('바다\n여름')
    expect(renderMarkdown(`||![바다](${photo} "여름")||`, { files }).text).toBe('')
  })

  test('what a picture shows is read as it is meant, not as it was typed', () => {
    expect(htmlOf(`![a \\[1\\] *b* ||c||](${photo})`)).toContain('alt="a [1] b "')
  })
})

describe('tasks', () => {
  test('are told from other items, and are signs that everyone reads', () => {
    expect(htmlOf('- [ ] 할 일\n- [X] 한 일\n- 그냥\n- [ ]\n- [y] 무엇')).toBe(
      '<ul>\n<li class="task">☐ 할 일</li>\n<li class="task">☑ 한 일</li>\n<li>그냥</li>\n<li class="task">☐ </li>\n<li>[y] 무엇</li>\n</ul>',
    )
    expect(htmlOf('1. [x] a\n\n2. b')).toContain('<li class="task">\n<p>☑ a</p>')
    expect(htmlOf('[ ] a')).toBe('<p>[ ] a</p>')
  })
})
