import { describe, expect, test } from 'vitest'
import { wordedHtml } from '../../../src/lib/html/body-words.ts'
import { renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { createTranslator } from '../../../src/lib/i18n/translate.ts'
import { messages } from '../../../src/messages/messages.ts'

const htmlOf = (source: string) => wordedHtml(renderMarkdown(source).html, createTranslator(messages, 'ko')).trim()

describe('code', () => {
  test('is told apart by classes of ours when it is written, so that a reader needs no script', () => {
    const html = htmlOf('```ts\nconst 이름: string = "<b>" // 하나\n```')
    expect(html).toContain('<span class="code-keyword">const</span>')
    expect(html).toContain('<span class="code-string">"&lt;b&gt;"</span>')
    expect(html).toContain('<span class="code-comment">// 하나</span>')
    expect(html).not.toMatch(/hljs|style=/)
  })

  test('in no language, or in one that we do not know, stays plain', () => {
    expect(htmlOf('```\nif (1)\n```\n\n```brainfuck\nif (1)\n```')).not.toContain('<span')
  })

  test('of 60 KB is shown plain and whole, and at once', () => {
    const code = 'const a = "b" // 가\n'.repeat(2_900)
    const before = process.cpuUsage()
    const html = htmlOf(`\`\`\`js\n${code}\`\`\``)
    // Time at work: who else uses the machine says nothing of it.
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(500)
    expect(html).toBe(`<pre tabindex="0"><code class="language-js">${code}</code></pre>`)
  })

  const busyLanguages = 'js ts php ruby cpp html swift kotlin sql css bash yaml python rust cs java'.split(' ')

  test.each(busyLanguages)('that is meant to keep a grammar of %s busy does not', (language) => {
    for (const piece of '( { [ <a /* a( / a a. [a]( $ 1'.split(' ')) {
      const line = `${piece.repeat(Math.floor(900 / piece.length))}\n`
      const before = process.cpuUsage()
      htmlOf(`\`\`\`${language}\n${line.repeat(17)}\`\`\``)
      expect(process.cpuUsage(before).user / 1_000, `${language} ${piece}`).toBeLessThan(1_500)
    }
  })
})

describe('a note', () => {
  test('leads there and back, by words for those who hear the page', () => {
    const html = htmlOf('바다[^1]와 산[^b].\n\n[^1]: 동해\n[^b]: 설악')
    expect(html).toContain('<p>바다<sup><a href="#note-1" id="noteref-1"><span class="hidden">각주 </span>1</a></sup>와 산')
    expect(html).toContain(
      '<li id="note-2"><p>설악 <a href="#noteref-2"><span class="hidden">본문으로 돌아가기</span></a></p>\n</li>\n</ol></section>',
    )
  })

  test('that is named twice has one way back, and no id twice', () => {
    const ids = Array.from(htmlOf('a[^1] b[^1]\n\n[^1]: c').matchAll(/ id="([^"]+)"/g), ([, id]) => id)
    expect(ids).toEqual(['noteref-1', 'note-1'])
  })

  test('within a link, a note or an image is text; one that is nowhere explained too', () => {
    expect(htmlOf('[a[^1]](/x)\n\n[^1]: b\n    [^2]: c')).not.toContain('note-2')
    expect(htmlOf('[a[^1]](/x)\n\n[^1]: b')).not.toContain('href="/x"')
    expect(htmlOf('a[^1]')).toBe('<p>a[^1]</p>')
  })

  test('its words are found by the search', () => {
    expect(renderMarkdown('바다[^1]\n\n[^1]: 동해').text).toBe('바다\n동해')
  })
})

describe('a spoiler', () => {
  test('folds what stands between its two lines', () => {
    expect(htmlOf(':::spoiler 결말 <b>\n범인은 *집사*\n\n- 증거\n:::\n끝')).toBe(
      '<details class="spoiler"><summary>결말 &lt;b&gt;</summary>\n<p>범인은 <em>집사</em></p>\n<ul>\n<li>증거</li>\n</ul>\n</details>\n<p>끝</p>',
    )
    expect(htmlOf(':::spoiler\na\n:::')).toContain('<summary><span>스포일러</span></summary>')
  })

  test('covers words in a line, which open by a press and without script', () => {
    expect(htmlOf('범인은 ||**집사**||다')).toBe(
      '<p>범인은 <label class="cover"><input class="hidden" type="checkbox"><span class="hidden">스포일러</span>' +
        '<span><strong>집사</strong></span></label>다</p>',
    )
  })

  test.each(['a || b || c', 'a||b', '||', '||||', '|| a ||', '[||a||](/x)', '`||a||`', ':::spoiler\na'])('%j covers nothing', (source) => {
    expect(htmlOf(source)).not.toMatch(/label|details/)
  })

  test('is told neither in an excerpt, nor by the search, nor in the table of contents', () => {
    const source = `# 영화 ||집사||\n\n## 둘\n\n## 셋\n\n:::spoiler 결말\n집사\n:::\n\n${'그는 ||집사||다. '.repeat(300)}`
    expect(renderMarkdown(source).text).not.toContain('집사')
    expect(/<details class="contents">.*?<\/details>/s.exec(htmlOf(source))?.[0]).not.toContain('집사')
  })
})

describe('the table of contents', () => {
  const long = '글 '.repeat(800)

  test('stands above a long text of three headings and more, and leads to them', () => {
    const html = htmlOf(`## 하나 & 둘\n\n${long}\n\n### 작은 *것*\n\n## 셋\n\n> ## 인용`)
    expect(html).toContain(
      '<details class="contents"><summary><span>목차</span></summary>\n<ol>\n<li><a href="#section-1">하나 &amp; 둘</a></li>\n' +
        '<li class="contents__sub"><a href="#section-2">작은 것</a></li>\n<li><a href="#section-3">셋</a></li>\n</ol></details>',
    )
    expect(html).toContain('<h4 id="section-2">작은 <em>것</em></h4>')
    expect(html).not.toContain('section-4')
  })

  test('is not there for a short text, nor for one of two headings', () => {
    expect(htmlOf('# a\n\n# b\n\n# c')).not.toContain('details')
    expect(htmlOf(`# a\n\n# b\n\n${long}`)).not.toContain('details')
  })

  test('is no part of what the search and the excerpts see', () => {
    expect(renderMarkdown(`# 하나\n\n# 둘\n\n# 셋\n\n${long}`).text.match(/하나/g)).toHaveLength(1)
  })
})

test('a text of which nobody fills in the words still says everything that its writer wrote', () => {
  expect(renderMarkdown('a[^1]\n\n[^1]: b').html).toContain('<span class="hidden" data-word="note"></span>1')
})
