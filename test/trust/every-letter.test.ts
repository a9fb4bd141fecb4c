import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { ready, useChromium } from '../support/browser.ts'
import { aMember, firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const SURROGATES = [0xd800, 0xe000] as const
const LAST = 0x10ffff
/** Each of these stretches whole: controls, fillers, what turns a line round, what joins and what selects, what is no letter at all. */
const whole: [number, number][] = [
  ...([
    [0x01, 0x2ff],
    [0x1100, 0x11ff],
    [0x2000, 0x206f],
    [0x3130, 0x318f],
    [0xfe00, 0xfe0f],
    [0xff90, 0xffdf],
  ] as [number, number][]),
  ...([
    [0xfff0, 0xffff],
    [0x1f1e6, 0x1f1ff],
    [0xe0000, 0xe007f],
    [0x10fff0, LAST],
  ] as [number, number][]),
]

/** More than twenty thousand, from all planes. */
function sample(): string[] {
  const codes = new Set<number>()
  for (let code = 1; code <= LAST; code += 55) codes.add(code)
  for (const [from, to] of whole) for (let code = from; code <= to; code += 1) codes.add(code)
  return [...codes].filter((code) => code < SURROGATES[0] || code >= SURROGATES[1]).map((code) => String.fromCodePoint(code))
}

/** The written rule (lib/http/form.ts), said once more: no controls but tab and line end, line ends as one, composed. */
const asKept = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (sign === '\t' || sign === '\n' ? sign : ''))
    .normalize('NFC')

test('every letter there is comes back as it was typed, through the form of a new post and that of an edit', async () => {
  await firstBoards(site)
  const author = await aMember(site, '미나')
  const opened = async (options: BrowserContextOptions) => {
    const { context, page } = await chromium.open({ baseURL: site.url, ...options })
    await context.addCookies([...author.agent.cookies].map(([name, value]) => ({ name, value, url: site.url })))
    return page
  }
  const plain = await opened({ javaScriptEnabled: false })
  const letters = sample()
  expect(letters.length).toBeGreaterThan(20_000)
  // Letter by letter nearly all are kept as they are: the rule is no way out.
  expect(letters.filter((letter) => asKept(letter) !== letter).length).toBeLessThan(300)

  const sources = () => site.ctx.db('post_bodies').orderBy('postId').pluck('source')
  const texts: string[] = []
  for (let from = 0; from < letters.length; from += 6_000) {
    // As code, where no sign means anything else; apart, so that none composes with its neighbour.
    texts.push(`\`\`\`\n${letters.slice(from, from + 6_000).join('|')}|\n\`\`\``)
    await plain.goto('/free/write')
    await plain.fill('#field-title', `글자 ${texts.length}`)
    await plain.fill('#field-body', texts.at(-1) ?? '')
    await plain.click('.form__acts button[value=publish]')
    await plain.waitForURL(/\/free\/\d+$/)
    expect((await sources()).at(-1)).toBe(asKept(texts.at(-1) ?? ''))
    const code = `${asKept(texts.at(-1) ?? '').slice(4, -4)}\n`
    expect(await plain.evaluate("document.querySelector('.text code').textContent")).toBe(code)
  }
  // Once more through the editor, which holds what was written.
  const page = await opened({})
  for (const [index, text] of texts.entries()) {
    await page.goto(`/free/${index + 1}/edit`)
    await ready(page)
    expect(await page.evaluate("document.querySelector('textarea[name=body]').value")).toBe(asKept(text))
    await page.fill('#field-title', '고친 글')
    await page.click('.form__acts button[value=publish]')
    await page.waitForURL(/\/free\/\d+$/)
  }
  expect(await sources()).toEqual(texts.map(asKept))
  expect(await site.ctx.db('posts').distinct('title', 'version')).toEqual([{ title: '고친 글', version: 2 }])
}, 120_000)
