import { expect, test } from 'vitest'
import { linkedFrom, renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { expectSafe } from './safe-markup.ts'
import { payloads } from './xss-payloads.ts'

const url = 'https://news.example/a?b=1&c=2'
const image = { path: `/files/${'b'.repeat(32)}/card.webp`, width: 480, height: 252 }
const card = { url, title: '바다 <이야기>', description: '파도가 "높다"', siteName: '소식', image }
const htmlOf = (source: string, known = card) => renderMarkdown(source, { cards: new Map([[url, known]]) }).html

test('an address alone on its line becomes a card, words around it stay paragraphs', () => {
  expect(htmlOf(`앞 줄\n${url}\n뒷 줄`)).toBe(
    '<p>앞 줄</p>\n' +
      `<div class="link-card"><a href="https://news.example/a?b=1&amp;c=2" rel="nofollow ugc noopener">` +
      `<img src="${image.path}" alt="" width="480" height="252" loading="lazy" decoding="async" />`.replace(' />', '>') +
      '<span class="link-card__words"><span class="link-card__title">바다 &lt;이야기&gt;</span>' +
      '<span class="link-card__description">파도가 "높다"</span><span class="link-card__site">소식</span></span></a></div>\n<p>뒷 줄</p>\n',
  )
})

test('its address can still be searched for', () => {
  expect(renderMarkdown(`앞\n\n${url}`, { cards: new Map([[url, card]]) }).text).toBe(`앞\n${url}`)
})

test.each([`보세요 ${url}`, `${url}를`, `- ${url}`, `> ${url}`, `**${url}**`, `[말](${url})`, `\`${url}\``, `|a|\n|-|\n|${url}|`])(
  'the address in %j is a link or text, not a card, and nobody goes to fetch one',
  (source) => {
    expect(htmlOf(source)).not.toContain('link-card')
    expect(linkedFrom(source).cards).toEqual([])
  },
)

test('the first five addresses that stand alone are looked up, each once, no mailbox and none of ours among them', () => {
  const lone = Array.from({ length: 8 }, (_, n) => `https://a.example/${n}`)
  expect(linkedFrom(['mailto:a@b.example', '/free/1', ...lone, ...lone].join('\n\n')).cards).toEqual(lone.slice(0, 5))
  expect(linkedFrom(`<${url}>\n\nhttps://한글.example/가`).cards).toEqual([url, 'https://xn--bj0bj06e.example/%EA%B0%80'])
})

test('a card for each of them is found by exactly that address', () => {
  const [found = ''] = linkedFrom('https://한글.example/가').cards
  expect(renderMarkdown('https://한글.example/가', { cards: new Map([[found, card]]) }).html).toContain('link-card')
})

test.each(payloads)('a stranger’s page that calls itself %s does no harm', (payload) => {
  const hostile = { url: payload, title: payload, description: payload, siteName: payload, image: { ...image, path: payload } }
  const html = htmlOf(url, hostile)
  expectSafe(html, payload)
  expect(html).toContain(`href="https://news.example/a?b=1&amp;c=2"`)
})
