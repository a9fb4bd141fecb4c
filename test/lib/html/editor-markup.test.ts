import { describe, expect, test } from 'vitest'
import { renderForEditor } from '../../../src/lib/html/editor-markup.ts'

const photo = `/files/${'a'.repeat(32)}/x.webp`
const film = `/files/${'a'.repeat(32)}/x.mp4`
const editorOf = (source: string) => renderForEditor(source).trim()

describe('what an editor is given', () => {
  test('is what was written, without what readers get besides', () => {
    expect(editorOf('# 가\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n```ts title\nconst a = 1\n```')).toBe(
      '<h1>가</h1>\n<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></p>\n' +
        '<pre><code class="language-ts">const a = 1\n</code></pre>',
    )
    expect(editorOf('|a|b|\n|-|:-:|\n|1|2|')).toMatch(/^<table>.*<td class="align-center">2<\/td>.*<\/table>$/s)
  })

  test('names pictures and films by their paths, whoever may show them, with what is said of them', () => {
    expect(editorOf(`![바다 \\[1\\]](${photo} "여름")`)).toBe(`<p><img src="${photo}" alt="바다 [1]" title="여름"></p>`)
    expect(editorOf(`![파도](${film} "밤")`)).toBe(`<p><video src="${film}" aria-label="파도" title="밤"></video></p>`)
    expect(editorOf('![가](https://a.example/x.png)')).toBe('<p><a href="https://a.example/x.png">가</a></p>')
    for (const path of ['/files/../console', '/files/%2e%2E/console', '/files/a/..', '/files/x?y', '/filesx/a']) {
      expect(editorOf(`![가](${path})`), path).not.toContain('<img')
    }
    expect(editorOf('[![가](https://a.example/x.png)](/x)')).toBe('<p><a href="/x">가</a></p>')
  })

  test('tells which lists stand close and which of their items are tasks', () => {
    expect(editorOf('- [x] a\n- b\n\n1. c\n\n2. [ ] d')).toBe(
      '<ul data-tight="true">\n<li data-checked="true">a</li>\n<li>b</li>\n</ul>\n' +
        '<ol>\n<li>\n<p>c</p>\n</li>\n<li data-checked="false">\n<p>d</p>\n</li>\n</ol>',
    )
    expect(editorOf('- a\n\n  - b\n  - c')).toBe(
      '<ul>\n<li>\n<p>a</p>\n<ul data-tight="true">\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n</ul>',
    )
  })

  test('leaves notes where they were typed, and shows what spoilers hide', () => {
    expect(editorOf('a[^1] b[^1]\n\n[^1]: *c*\n\nd')).toBe(
      '<p>a<sup data-note="1"></sup> b<sup data-note="1"></sup></p>\n<section data-note="1">\n<p><em>c</em></p>\n</section>\n<p>d</p>',
    )
    expect(editorOf(':::spoiler 끝 <b>\n||가||\n:::')).toBe(
      '<details class="spoiler"><summary>끝 &lt;b&gt;</summary>\n<p><span class="cover">가</span></p>\n</details>',
    )
  })

  test('holds the tags of our own, and an empty line as one', () => {
    const source = '<u>a</u> <mark class="mark-pink">b</mark> <span class="ink-blue">c</span>'
    expect(editorOf(source)).toBe(`<p>${source}</p>`)
    expect(editorOf('<div class="align-center">\n\na\n\n<br>\n\n</div>')).toBe('<div class="align-center">\n<p>a</p>\n<p></p>\n</div>')
    expect(editorOf('<table>\n<tr><td colspan="2">a</td></tr>\n</table>')).toContain('<td colspan="2">a</td>')
  })
})
