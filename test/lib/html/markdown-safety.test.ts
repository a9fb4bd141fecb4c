import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BodyFile } from '../../../src/lib/html/body-files.ts'
import { isSafeLink } from '../../../src/lib/html/links.ts'
import { renderComment, renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { sanitize } from '../../../src/lib/html/sanitize.ts'
import { expectSafe } from './safe-markup.ts'
import { payloads } from './xss-payloads.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400)
const key = 'a'.repeat(32)
const files = new Map<string, BodyFile>([
  [`/files/${key}/x.webp`, { kind: 'image', width: 800, height: 600, smaller: [{ path: '/files/t', width: 480 }] }],
  [`/files/${key}/x.mp4`, { kind: 'video', width: 640, height: 360, smaller: [] }],
])

/** The same where the renderer makes markup of its own around it. */
const dressed = (payload: string): string[] => [
  `a[^1]\n\n[^1]: ${payload}`,
  `:::spoiler ${payload}\n${payload}\n:::\n||${payload}||`,
  ...['js', 'html', 'php', 'markdown', 'diff'].map((language) => `\`\`\`${language}\n${payload}\n\`\`\``),
  ...['https://youtu.be/', 'https://www.youtube.com/watch?v=', 'https://x.com/a/status/'].map((start) => `${start}${payload}`),
  `<u>${payload}</u> <mark class="mark-yellow">${payload}</mark>\n<div class="align-center">\n${payload}\n</div>`,
  `- [x] ${payload}\n\n<table>\n<tr><td>${payload}</td><td colspan="2">\n${payload}\n</td></tr>\n</table>`,
  `![${payload}](/files/${key}/x.webp "${payload}")`,
  `# ${payload}\n\n## ${payload}\n\n## b\n\n${'글 '.repeat(800)}`,
]

/** Texts grown from what breaks parsers: pieces of markup, of Markdown, of addresses and of Korean, in any order. */
const pieces = [
  '<',
  '>',
  '"',
  "'",
  '`',
  '&',
  '&lt;',
  '&#106;',
  '/',
  '\\',
  '(',
  ')',
  '[',
  ']',
  '![',
  '](',
  '*',
  '_',
  '~~',
  '\n',
  '\n\n',
  '|',
  '-',
  '#',
  '> ',
  '1. ',
  '||',
  '[^1]',
  '\n[^1]: ',
  '\n:::spoiler ',
  '\n:::\n',
  '\n```js\n',
  '\nhttps://youtu.be/',
  '<u>',
  '</u>',
  '<mark class="mark-pink">',
  '<br>',
  '\n<div class="align-center">\n',
  '\n</div>\n',
  '\n<table>\n<tr><td>',
  '</td></tr>\n</table>\n',
  `![a](/files/${key}/x.webp "`,
  '- [ ] ',
  `![](/files/${key}/x.mp4)`,
]
const words = [
  'script',
  'img src=x',
  ' onerror=',
  'javascript:',
  'https://a.example',
  '//evil',
  'style=',
  'svg',
  'a',
  '가',
  '안녕',
  '👍',
  '\u0000',
  '\u200b',
  '</p>',
  '<!--',
  '-->',
  '<![CDATA[',
  'class="x"',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...words), fc.constantFrom(...payloads)), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('what a member types', () => {
  test('there are enough payloads to speak of a corpus', () => {
    expect(new Set(payloads).size).toBeGreaterThan(150)
  })

  test.each(payloads)('%s stays text or safe markup, in a post, a comment and as HTML from anywhere', (payload) => {
    expectSafe(renderMarkdown(payload, { files }).html, payload)
    expectSafe(renderComment(payload), payload)
    expectSafe(sanitize(payload), payload)
  })

  test.each(payloads)('%s stays so in a note, under a spoiler, in code, as a link to play and in the table of contents', (payload) => {
    for (const source of dressed(payload)) expectSafe(renderMarkdown(source, { files }).html, source)
  })

  test('sanitising what is sanitised changes nothing', () => {
    for (const payload of payloads) {
      const once = sanitize(payload)
      expect(sanitize(once)).toBe(once)
      for (const source of [payload, ...dressed(payload)]) {
        const rendered = renderMarkdown(source, { files }).html
        expect(sanitize(rendered), source).toBe(rendered)
      }
    }
    fc.assert(
      fc.property(hostile, (source) => sanitize(sanitize(source)) === sanitize(source)),
      { numRuns: RUNS },
    )
  })

  // MyBB's CVE-2021-27889: an address that becomes a link within the attribute of something else.
  test('an address within the words, the address or the title of something else stays words there, in two hundred combinations', () => {
    const urls = [
      ...[
        'https://a.example/"onerror=__xss(1)',
        "https://a.example/'x",
        'https://a.example/<b>',
        'https://a.example/`x`',
        'http://a.example" x="',
      ],
      ...[
        'https://a.example/)"',
        '<https://a.example/">',
        'mailto:a@b.example"onclick=x',
        'https://youtu.be/dQw4w9WgXcQ"',
        '[x](https://b.example/")',
      ],
    ]
    const places: ((url: string) => string)[] = [
      ...[
        (u: string) => u,
        (u: string) => `"${u}"`,
        (u: string) => `![${u}](/files/${key}/x.webp)`,
        (u: string) => `![a](/files/${key}/x.webp "${u}")`,
      ],
      ...[
        (u: string) => `![a](${u})`,
        (u: string) => `[${u}](${u})`,
        (u: string) => `[a](${u} "${u}")`,
        (u: string) => `[![${u}](${u})](${u})`,
      ],
      ...[
        (u: string) => `![${u}](/files/${key}/x.mp4 '${u}')`,
        (u: string) => `<u>${u}</u>`,
        (u: string) => `<mark class="${u}">${u}</mark>`,
      ],
      ...[(u: string) => `<span class="ink-red">${u}</span>`, (u: string) => `<table>\n<tr><td colspan="${u}">${u}</td></tr>\n</table>`],
      ...[(u: string) => `<table>\n<tr><td>${u}</td></tr>\n</table>`, (u: string) => `|${u}|\n|-|\n|${u}|`, (u: string) => `# ${u}`],
      ...[
        (u: string) => `:::spoiler ${u}\n${u}\n:::`,
        (u: string) => `||${u}||`,
        (u: string) => `a[^1]\n\n[^1]: ${u}`,
        (u: string) => `\`${u}\``,
      ],
    ]
    const sources = urls.flatMap((url) => places.map((place) => place(url)))
    expect(sources.length).toBeGreaterThanOrEqual(200)
    for (const source of sources) {
      const { html } = renderMarkdown(source, { files })
      expectSafe(html, source)
      expect(sanitize(html), source).toBe(html)
    }
  })

  test('whatever is made of such pieces stays within the allow-list', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        expectSafe(renderMarkdown(source, { files }).html, source)
        expectSafe(renderComment(source), source)
        expectSafe(sanitize(source), source)
      }),
      { numRuns: RUNS },
    )
  })

  // CVE-2026-63670: markup that changes its meaning when it is parsed again. CVE-2026-84371: SVG animation that sets an address.
  test.each([
    '<math><mtext></form><form><mglyph><style></math><img src onerror=__xss(1)>',
    '<svg></p><style><a id="</style><img src=1 onerror=__xss(1)>">',
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=__xss(1) src>">',
    '<svg><a><animate attributeName="href" values="javascript:__xss(1)"/><text>a</text></a></svg>',
    '<svg><animate xlink:href="#a" attributeName="href" from="javascript:__xss(1)" to="1"/><a id="a">a</a></svg>',
    '<svg><set attributeName="onmouseover" to="__xss(1)"/></svg>',
  ])('a parser that reads %s twice finds nothing either', (payload) => {
    const once = sanitize(payload)
    expectSafe(once, payload)
    expect(once).not.toMatch(/<(svg|math|style|form|animate|set)/i)
    expect(sanitize(once)).toBe(once)
  })

  test('an address that means another site to a browser is no path of ours', () => {
    for (const href of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '\t//evil.example',
      'https:evil.example',
      'javascript:1',
      'http://',
      '',
    ]) {
      expect(isSafeLink(href), href).toBe(false)
    }
    for (const href of ['/free/1', '/', 'https://a.example', 'http://한글.kr/가', 'mailto:a@b.example'])
      expect(isSafeLink(href), href).toBe(true)
  })
})
