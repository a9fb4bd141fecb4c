import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { linkCardHtml } from '../../../src/lib/html/link-cards.ts'
import { renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { PAGE_FACT_LENGTHS, readPageFacts } from '../../../src/lib/html/page-facts.ts'
import { graphemesOf } from '../../../src/lib/text/graphemes.ts'
import { expectSafe } from './safe-markup.ts'
import { payloads } from './xss-payloads.ts'

const titleOf = (head: string) => readPageFacts(head).title

describe('what a page says of itself', () => {
  test('is taken from the better place first, wherever it stands in the head', () => {
    const head = `<meta name="twitter:title" content="셋"><title>하나</title><meta property="og:title" content=" 둘 "><meta name=description content=글>
      <META NAME="Twitter:Image" CONTENT="a.png"><meta property=og:site_name content=신문>`
    expect(readPageFacts(head)).toEqual({ title: '둘', description: '글', siteName: '신문', imageUrl: 'a.png' })
    expect(titleOf('<meta property="og:title" content=""><meta name="twitter:title" content="셋"><title>하나</title>')).toBe('셋')
    expect(titleOf('<title>하나</title><title>둘</title>')).toBe('하나')
    expect(titleOf('<meta name="og:title" content="이름으로">')).toBe('이름으로')
    expect(readPageFacts('')).toEqual({ title: '', description: '', siteName: '', imageUrl: '' })
  })

  test('ends with the head', () => {
    expect(titleOf('<head></head><title>늦었다</title>')).toBe('')
    expect(titleOf('<title>하나</title><body><meta property="og:title" content="글쓴이가 한 말">')).toBe('하나')
    expect(titleOf('<head><script>"<title>x</title>"</script><!-- <title>y</title> --><title>하나</title>')).toBe('하나')
  })

  test.each(['<p>', '<b>', '<meta x="', '<!--', '<a ', '&', '</title>', '<title>', '<svg><title>', '&lt;', '<![CDATA[', '<script>'])(
    'is read at once from a page made of nothing but %s',
    (part) => {
      const html = `<title>하나</title>${part.repeat(1_000_000 / part.length)}`
      const startedAt = performance.now()
      expect(titleOf(html)).toBe('하나')
      expect(titleOf(part.repeat(1_000_000 / part.length)).length).toBeLessThanOrEqual(PAGE_FACT_LENGTHS.title * 4)
      expect(performance.now() - startedAt).toBeLessThan(2_000)
    },
  )

  test.each([
    ['R&amp;D', 'R&D'],
    ['R&amp;amp;D', 'R&amp;D'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;b&gt;', '<b>'],
    ['&#44032;&#xAC01;', '가각'],
    ['&nbsp;가&nbsp;', '가'],
    ['&unknown; & &', '&unknown; & &'],
  ])('has its entities read exactly once: %s', (written, meant) => {
    expect(titleOf(`<title>${written}</title>`)).toBe(meant)
    expect(titleOf(`<meta property="og:title" content="${written}">`)).toBe(meant)
  })

  test('holds nothing that is unseen, breaks the line or turns its direction', () => {
    expect(titleOf('<title>한\u202e줄\u2066의\u200b \u0007글\r\n과\u2028 줄\ufeff\u{e0041}</title>')).toBe('한줄의 글 과 줄')
    expect(titleOf('<title>\u1100\u1161</title>')).toBe('가')
    expect(titleOf('<title>가\ud800나</title>')).toBe('가나')
    expect(titleOf('<title>👨‍👩‍👧 가족</title>')).toBe('👨‍👩‍👧 가족')
  })

  test('is cut between letters as readers count them, and heaped marks are not kept', () => {
    for (const letter of ['가', '👨‍👩‍👧', 'e\u0301', 'a', `a${'\u0301'.repeat(30)}`, `a${'\u0301'.repeat(3_000)}`]) {
      const facts = readPageFacts(
        `<title>${letter.repeat(500)}</title><meta name=description content="${letter.repeat(500)}"><meta property=og:site_name content="${letter.repeat(500)}">`,
      )
      for (const [name, length] of Object.entries(PAGE_FACT_LENGTHS)) {
        const text = facts[name as keyof typeof facts]
        expect(graphemesOf(text).length).toBeLessThanOrEqual(length)
        expect(text.length).toBeLessThanOrEqual(length * 4)
      }
    }
    expect(titleOf(`<title>${'가'.repeat(200)}</title>`)).toBe(`${'가'.repeat(119)}…`)
  })
})

test('whatever a page says, its card runs nothing and leads nowhere else', () => {
  const url = 'https://news.example/1'
  for (const payload of payloads) {
    const quoted = payload.replaceAll('"', '&quot;')
    const head = `<title>${payload}</title><meta property="og:title" content="${quoted}"><meta name="description" content="${quoted}">
      <meta property="og:site_name" content="${quoted}"><meta property="og:image" content="${quoted}"><meta property="og:url" content="${quoted}">`
    const { imageUrl: _never, ...words } = readPageFacts(head)
    const card = { url, ...words, image: { path: `/files/cards/${'a'.repeat(32)}.webp`, width: 10, height: 10 } }
    const { html } = renderMarkdown(url, { cards: new Map([[url, card]]) })
    expectSafe(html, payload)
    expectSafe(linkCardHtml(url, card), payload)
    const links = parse(html).querySelectorAll('[href], [src]')
    expect(
      links.map((link) => link.getAttribute('href') ?? link.getAttribute('src')),
      payload,
    ).toEqual([url, card.image.path])
  }
})
