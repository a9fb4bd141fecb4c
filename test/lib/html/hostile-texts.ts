import fc from 'fast-check'
import { alignments, inks, marks } from '../../../src/lib/html/palette.ts'
import { payloads } from './xss-payloads.ts'

/** Pictures and films that the texts below may show. */
export const key = 'a'.repeat(32)

const signs = [
  ...['<', '>', '"', "'", '`', '&', '&lt;', '&#106;', '/', '\\', '(', ')', '[', ']', '![', '](', '*', '**', '_', '~~', '||', '|', '-', '#'],
  ...[
    '\n',
    '\n\n',
    '> ',
    '1. ',
    '- ',
    '- [x] ',
    '[^1]',
    '\n[^1]: ',
    '\n:::spoiler ',
    '\n:::\n',
    '\n```js\n',
    '\nhttps://youtu.be/',
    '    ',
  ],
  ...[
    '<u>',
    '</u>',
    '<sub>',
    '</sub>',
    '<sup>',
    '</sup>',
    '</mark>',
    '</span>',
    '<br>',
    '\n</div>\n',
    '\n<table>\n<tr><td>',
    '</td></tr>\n</table>\n',
  ],
  ...[
    '</td><td colspan="2">',
    '<th rowspan="3" class="align-right">',
    '</th>',
    '\n<td>\n',
    '\n</td>\n',
    '</tr>\n<tr>',
    '<thead>',
    '</thead>',
  ],
  ...inks.map((ink) => `<span class="ink-${ink}">`),
  ...marks.map((mark) => `<mark class="mark-${mark}">`),
  ...alignments.map((side) => `\n<div class="align-${side}">\n`),
  `![](/files/${key}/x.mp4)`,
  `![a](/files/${key}/x.webp "`,
]
const words = [
  ...[
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
    '\r',
  ],
  ...['</p>', '<!--', '-->', '<![CDATA[', 'class="x"', '\u00a0', '\u2028', ' ', '|a|b|\n|-|-|\n|c|d|\n'],
]

/** Texts grown from what breaks parsers: pieces of markup, of Markdown, of addresses and of Korean, in any order. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...words), fc.constantFrom(...payloads)), { maxLength: 30 })
  .map((parts) => parts.join(''))

const names = [
  ...[
    'p',
    'a',
    'img',
    'u',
    'mark',
    'span',
    'sub',
    'sup',
    'div',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'details',
    'summary',
    'label',
    'input',
  ],
  ...['video', 'li', 'ol', 'ul', 'figure', 'figcaption', 'pre', 'code', 'h1', 'h2', 'section', 'blockquote', 'br', 'hr', 'em'],
  ...[
    'script',
    'style',
    'svg',
    'math',
    'form',
    'iframe',
    'template',
    'noscript',
    'textarea',
    'title',
    'xmp',
    'select',
    'option',
    'mtext',
    'button',
    'base',
  ],
]
const attributes = [
  ...[
    'href',
    'src',
    'srcset',
    'style',
    'onclick',
    'onerror',
    'class',
    'id',
    'name',
    'colspan',
    'rowspan',
    'scope',
    'title',
    'alt',
    'data-frame',
    'data-word',
  ],
  ...[
    'data-checked',
    'data-note',
    'data-tight',
    'type',
    'start',
    'rel',
    'target',
    'srcdoc',
    'action',
    'xlink:href',
    'formaction',
    'is',
    'slot',
  ],
]
const values = [
  ...[
    '',
    '1',
    '99',
    '999999',
    'javascript:__xss(1)',
    'https://a.example/?a=1&b="',
    '/files/x/y.webp',
    '//evil.example',
    'ink-red',
    'mark-pink',
    'align-center',
  ],
  ...[
    'hidden cover',
    'button',
    'csrfToken',
    'section-1',
    'note-2',
    'col',
    'true',
    'spoiler',
    'checkbox',
    'position:fixed',
    "' onload='x",
    'https://www.youtube-nocookie.com/embed/x',
  ],
]
const attribute = fc
  .tuple(fc.constantFrom(...attributes), fc.constantFrom(...values))
  .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
const opening = fc
  .tuple(fc.constantFrom(...names), fc.array(attribute, { maxLength: 3 }))
  .map(([name, given]) => `<${name}${given.join('')}>`)
const closing = fc.constantFrom(...names).map((name) => `</${name}>`)

/** Markup from anywhere, well formed or not. */
export const hostileMarkup: fc.Arbitrary<string> = fc
  .array(fc.oneof(opening, opening, closing, fc.constantFrom(...words), fc.constantFrom(...payloads)), { maxLength: 25 })
  .map((parts) => parts.join(''))
