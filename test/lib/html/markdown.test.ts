import { describe, expect, test } from 'vitest'
import type { BodyFile } from '../../../src/lib/html/body-files.ts'
import { excerpt } from '../../../src/lib/html/excerpt.ts'
import { renderMarkdown } from '../../../src/lib/html/markdown.ts'

const htmlOf = (source: string, files = new Map()) => renderMarkdown(source, { files }).html.trim()

describe('a post', () => {
  test('Korean words are bold although a bracket and a syllable stand beside the stars', () => {
    expect(htmlOf('**안녕(hello)**하세요')).toBe('<p><strong>안녕(hello)</strong>하세요</p>')
  })

  test('signs are shown as they were typed', () => {
    expect(htmlOf('R&D 자회사 <ⓒ 마당 1 < 2 &amp;')).toBe('<p>R&amp;D 자회사 &lt;ⓒ 마당 1 &lt; 2 &amp;</p>')
    expect(renderMarkdown('R&D <ⓒ 마당>').text).toBe('R&D <ⓒ 마당>')
  })

  test('a line break is one', () => {
    expect(htmlOf('한 줄\n두 줄')).toBe('<p>한 줄<br>\n두 줄</p>')
  })

  test("its headings stand below the page's own", () => {
    expect(htmlOf('# 가\n\n###### 나')).toBe('<h2 id="section-1">가</h2>\n<h6 id="section-2">나</h6>')
  })

  test('tasks, strikethrough, code and a numbered list', () => {
    expect(htmlOf('- [ ] 할 일\n- [x] 한 일')).toContain('<li class="task">☐ 할 일</li>\n<li class="task">☑ 한 일</li>')
    expect(htmlOf('~~취소~~')).toBe('<p><s>취소</s></p>')
    expect(htmlOf('```js onload=1\n1 < 2\n```')).toMatch(/^<pre tabindex="0"><code class="language-js">.*&lt;.*\n<\/code><\/pre>$/)
    expect(htmlOf('```evil"x\na\n```')).toBe('<pre tabindex="0"><code>a\n</code></pre>')
    expect(htmlOf('3. 가')).toContain('<ol start="3">')
  })

  test('a wide table scrolls within itself and can be reached by keyboard', () => {
    const html = htmlOf('|가|나|다|\n|-|:-:|-:|\n|1|2|3|')
    expect(html).toMatch(/^<div class="scroll-x" tabindex="0"><table>/)
    expect(html).toContain('<td class="align-center">2</td>\n<td class="align-right">3</td>')
  })

  test('links to elsewhere give nothing to search engines; our own are plain', () => {
    expect(htmlOf('[a](https://a.example)')).toBe('<p><a href="https://a.example" rel="nofollow ugc noopener">a</a></p>')
    expect(htmlOf('[a](/free/1)')).toBe('<p><a href="/free/1">a</a></p>')
    expect(htmlOf('[a](//evil.example)')).toBe('<p>[a](//evil.example)</p>')
  })

  test('a post that leads to another site is known to do so', () => {
    expect([renderMarkdown('https://a.example').hasLink, renderMarkdown('[a](/free/1) a@b.example').hasLink]).toEqual([true, false])
  })

  test('addresses become links, file names do not', () => {
    expect(htmlOf('https://a.example/b?c=1&d=2')).toContain('href="https://a.example/b?c=1&amp;d=2"')
    expect(htmlOf('readme.md 읽어.보세요')).toBe('<p>readme.md 읽어.보세요</p>')
  })

  test.each([
    ['https://a.example를 보세요', 'https://a.example'],
    ['https://a.example/b에서 보세요', 'https://a.example/b'],
    ['https://wiki.example/w/서울', 'https://wiki.example/w/%EC%84%9C%EC%9A%B8'],
    ['(https://a.example/b?c=1)이', 'https://a.example/b?c=1'],
    ['https://a.example/b.', 'https://a.example/b'],
  ])('the address in "%s" ends where a Korean reader says it does', (source, href) => {
    expect(htmlOf(source)).toContain(`href="${href}"`)
  })
})

describe('pictures', () => {
  const path = `/files/${'a'.repeat(32)}/x.webp`
  const sized = (size: string) => `/files/${'a'.repeat(32)}/${size}/x.webp`
  const smaller = ['w320', 'w640', 'w1280', 'thumbnail'].map((size, index) => ({
    path: sized(size),
    width: [320, 640, 1280, 480][index] ?? 0,
  }))
  const files = new Map<string, BodyFile>([[path, { kind: 'image', width: 1920, height: 1080, smaller }]])

  test('our own are measured, loaded late and have smaller copies for smaller screens, the least first', () => {
    const { html, hasImage, text } = renderMarkdown(`![바다 "파도"](${path})`, { files })
    expect(hasImage).toBe(true)
    expect(text).toBe('바다 "파도"')
    expect(html).toMatch(/^<p><a class="picture" href="[^"]+"><img [^>]+><span class="hidden" data-word="picture"><\/span><\/a><\/p>/)
    expect(html).toContain(`<img src="${path}" alt="바다 &quot;파도&quot;" width="1920" height="1080" loading="lazy" decoding="async"`)
    const wide = `${sized('w320')} 320w, ${sized('thumbnail')} 480w, ${sized('w640')} 640w, ${sized('w1280')} 1280w, ${path} 1920w`
    expect(html).toContain(`srcset="${wide}" sizes="(max-width: 44rem) calc(100vw - 2rem), 42rem"`)
  })

  test('the first that lies under no spoiler may stand for the post', () => {
    const other = path.replaceAll('a', 'c')
    const both = new Map([...files, [other, { kind: 'image', width: 9, height: 9, smaller: [] } as BodyFile]])
    const coverOf = (source: string) => renderMarkdown(source, { files: both }).coverPath
    expect(coverOf(`![가](${path})\n\n![나](${other})`)).toBe(path)
    expect(coverOf(`:::spoiler\n![가](${path})\n:::\n||![가](${path})||\n\n![나](${other})`)).toBe(other)
    expect(coverOf(`![가](https://a.example/x.png) ||![가](${path})||`)).toBeNull()
  })

  test('a film of ours is shown where it stands, with its size where it is known', () => {
    const film = `/files/${'b'.repeat(32)}/x.mp4`
    const known = (width: number, height: number) => new Map<string, BodyFile>([[film, { kind: 'video', width, height, smaller: [] }]])
    const { html, hasVideo, hasImage } = renderMarkdown(`![파도](${film})`, { files: known(640, 360) })
    expect([hasVideo, hasImage]).toEqual([true, false])
    expect(html).toContain(`<video src="${film}" aria-label="파도" controls preload="metadata" playsinline width="640" height="360">`)
    expect(renderMarkdown(`![파도](${film})`, { files: known(0, 0) }).html).not.toContain('width')
    expect(renderMarkdown(`[![파도](${film})](/x)`, { files: known(1, 1) }).html).not.toContain('<video')
  })

  test('those of another site, and those that are not of this post, are links', () => {
    const { html, hasImage } = renderMarkdown(`![가](https://evil.example/x.gif) ![나](${path})`)
    expect(hasImage).toBe(false)
    expect(html).toContain('<a href="https://evil.example/x.gif" rel="nofollow ugc noopener">가</a>')
    expect(html).toContain(`<a href="${path}">나</a>`)
    expect(html).not.toContain('<img')
  })

  test('a link around a foreign picture holds no second link', () => {
    expect(htmlOf('[![가](https://a.example/x.gif)](https://b.example)')).toBe(
      '<p><a href="https://b.example" rel="nofollow ugc noopener">가</a></p>',
    )
  })
})

describe('an excerpt', () => {
  test('never splits what a reader sees as one character', () => {
    expect(excerpt('👨‍👩‍👧‍👦🇰🇷각\u200d', 2)).toBe('👨‍👩‍👧‍👦🇰🇷…')
    expect(excerpt('각 나', 10)).toBe('각 나')
    expect(excerpt('가\n\n나   다', 10)).toBe('가 나 다')
    expect(excerpt('가나다', 3)).toBe('가나다')
  })

  test('a letter with thousands of marks is left out whole', () => {
    expect(excerpt(`e${'\u0301'.repeat(5_000)}`, 10).length).toBeLessThan(70)
  })
})
