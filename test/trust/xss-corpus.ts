import { payloads as written } from '../lib/html/xss-payloads.ts'

/** Grown from what can run: element × handler × how an attribute may be written × how its value may be. `__xss` tells whoever listens. */

const call = '__xss(1)'

const elements = [
  ...[
    'img src=x',
    'svg',
    'svg/onload',
    'body',
    'video src=x',
    'audio src=x',
    'iframe src=x',
    'details open',
    'input autofocus',
    'select autofocus',
  ],
  ...[
    'textarea autofocus',
    'marquee',
    'object data=x',
    'embed src=x',
    'a href=#',
    'form',
    'math',
    'link rel=stylesheet href=x',
    'button autofocus',
  ],
  // The tags that a text may hold, with what none of them may carry.
  ...[
    'u',
    'sub',
    'sup',
    'br',
    'mark class="mark-yellow"',
    'span class="ink-red"',
    'div class="align-center"',
    'table',
    'tr',
    'td colspan="2"',
    'th',
  ],
]
const handlers = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onclick',
  'onmouseover',
  'onpointerenter',
  'onanimationstart',
  'onstart',
  'onbegin',
]
const ways: ((element: string, handler: string) => string)[] = [
  (element, handler) => `<${element} ${handler}=${call}>`,
  (element, handler) => `<${element} ${handler}="${call}">a`,
  (element, handler) => `<${element.toUpperCase()} ${handler.toUpperCase()}='${call}'//`,
  (element, handler) => `"><${element}\n${handler}\t=\t${call} `,
  (element, handler) => `'><${element} x='${handler}=' ${handler}=&#95;&#95;xss&lpar;1&rpar;>`,
  (element, handler) => `</textarea></title></script><${element}\f${handler}=\`${call}\` ${handler}=${call}>`,
  (element, handler) => `&lt;${element} ${handler}=${call}&gt;`,
]

const schemes = [
  'javascript:',
  'JAVASCRIPT:',
  'java\tscript:',
  'jav&#x09;ascript:',
  '\u0001javascript:',
  'javascript&colon;',
  'data:text/html,<script>',
  'vbscript:',
]
const places: ((address: string) => string)[] = [
  (address) => `<a href="${address}${call}">a</a>`,
  (address) => `[a](${address}${call})`,
  (address) => `![a](<${address}${call}>)`,
  (address) => `<iframe src="${address}${call}">`,
  (address) => `<form action="${address}${call}"><button formaction="${address}${call}">a`,
  (address) => `<svg><a xlink:href="${address}${call}"><text>a`,
  (address) => `<base href="${address}${call}"><a href=1>a`,
  (address) => `<meta http-equiv=refresh content="0;url=${address}${call}">`,
]

/** Of more than two thousand, none twice. No NUL: a form refuses it. */
export const corpus: readonly string[] = [
  ...new Set([
    ...elements.flatMap((element) => handlers.flatMap((handler) => ways.map((way) => way(element, handler)))),
    ...schemes.flatMap((scheme) => places.map((place) => place(scheme))),
    ...written,
  ]),
].map((payload) => payload.replaceAll('\u0000', ''))

const file = `/files/${'a'.repeat(32)}/x.webp`
const contexts: ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `<u>${payload}</u>`,
  (payload) => `<mark class="mark-yellow">${payload}</mark> **${payload}**`,
  (payload) => `<span class="ink-red ${payload}">a</span>`,
  (payload) => `<div class="align-center">\n${payload}\n</div>`,
  (payload) => `<table>\n<tr><td>${payload}</td></tr>\n</table>`,
  (payload) => `<table>\n<tr><td colspan="${payload}">a</td></tr>\n</table>`,
  (payload) => `![${payload}](${file} "${payload}")`,
  (payload) => `- [x] ${payload}`,
  (payload) => `|${payload}|b|\n|-|-|\n|a|${payload}|`,
  (payload) => `:::spoiler ${payload}\n${payload}\n:::`,
  (payload) => `||${payload}||`,
  (payload) => `a[^1]\n\n[^1]: ${payload}`,
  (payload) => `\`\`\`${payload}\n${payload}\n\`\`\``,
  (payload) => `[${payload}](https://a.example/${payload} "${payload}")`,
  (payload) => `https://a.example/${payload}`,
]

/** Each once, in one after the other of the places that Markdown has for it. */
export const texts: readonly string[] = corpus.map((payload, index) => contexts[index % contexts.length]?.(payload) ?? payload)
