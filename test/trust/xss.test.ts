import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { feedPath } from '../../src/features/feeds/feeds.paths.ts'
import { renderForEditor } from '../../src/lib/html/editor-markup.ts'
import { escapeHtml } from '../../src/lib/html/escape.ts'
import { excerptAround, highlightHtml } from '../../src/lib/html/highlight.ts'
import { renderComment, renderMarkdown } from '../../src/lib/html/markdown.ts'
import type { Agent } from '../support/agent.ts'
import { ready, useChromium } from '../support/browser.ts'
import { useSite } from '../support/site.ts'
import { corpus, texts } from './xss-corpus.ts'
import { hostileBoard, pageOf, pages } from './xss-site.ts'

const site = useSite()
const chromium = useChromium()
/** Documents that a browser has open at a time. */
const AT_ONCE = 32
const everyPage = Array.from({ length: pages }, (_, page) => page)

/** With the site's policy, and as a browser that knows of none: what stands in the page must be harmless by itself. */
const withAndWithoutPolicy: [string, BrowserContextOptions][] = [
  ['with the content policy', {}],
  ['without it', { bypassCSP: true }],
]

const XSS = "window.__xss = () => console.info('__xss ran in ' + location)"

/** What every page asks for, and pictures that a text may show. */
const ownFiles = /^\/(?:assets\/[\w-]+\/[\w\-./]+|day\.svg|files\/[0-9a-f]{32}\/.*)$/

/** A page whose frames hold these documents, under the site's policy. Nothing else is loaded; what they ask for is noted. */
async function inFrames(documents: readonly string[], options: BrowserContextOptions, policy: string) {
  const { page } = await chromium.open({ baseURL: site.url, ...options })
  page.setDefaultTimeout(30_000)
  const ran: string[] = []
  page.on('console', (message) => message.text().startsWith('__xss') && ran.push(message.text()))
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => ran.push('dialog')))
  await page.addInitScript(XSS)
  await page.route('**/*', async (route) => {
    const { pathname, host } = new URL(route.request().url())
    if (pathname === '/frames') {
      const frames = documents.map((html) => `<iframe srcdoc="${escapeHtml(html)}"></iframe>`).join('')
      return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body: frames })
    }
    if (!ownFiles.test(pathname) || host !== new URL(site.url).host) ran.push(`asked for ${pathname}`)
    return route.fulfill({ contentType: pathname.endsWith('.js') ? 'text/javascript' : 'text/plain', body: '' })
  })
  await page.goto('/frames', { waitUntil: 'load' })
  return { page, ran }
}

/** What could run, or reach out of its place, though nothing has happened to set it off. */
const LOOK = `(() => {
  const faults = []
  for (const element of document.querySelectorAll('*')) {
    const { localName } = element
    if (localName === 'script' && !element.src && !/json/.test(element.type)) faults.push('inline script')
    if (['object', 'embed', 'base', 'math', 'marquee', 'iframe', 'frame', 'animate', 'set', 'foreignobject'].includes(localName)) faults.push(localName)
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') faults.push(localName + ' ' + name + '=' + value)
      if (/^(href|src|action|formaction|data|xlink:href|poster)$/i.test(name) && /^[\\s\\0-\\x20]*(javascript|vbscript|data)\\s*:/i.test(value))
        faults.push(localName + ' ' + name + '=' + value)
      if ((name === 'id' || name === 'name') && element.closest('.text') && !/^(?:(section|note|noteref)-\\d{1,3}|editor-text)$/.test(value)) faults.push(name + '=' + value)
    }
  }
  return faults
})()`

async function faultsIn(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const frame of page.frames().slice(1)) faults.push(...((await frame.evaluate(LOOK)) as string[]))
  return faults
}

/** Pages as they are, with their scripts: list, post, form, and the preview in it. */
async function inPages(author: Agent, options: BrowserContextOptions): Promise<string[]> {
  const { context, page } = await chromium.open({ baseURL: site.url, ...options })
  await context.addCookies([...author.cookies].map(([name, value]) => ({ name, value, url: site.url })))
  const faults: string[] = []
  page.on('console', (message) => message.text().startsWith('__xss') && faults.push(message.text()))
  await page.addInitScript(XSS)
  for (const path of ['/xss', '/xss/1', '/xss/2/edit']) {
    await page.goto(path)
    await ready(page)
    faults.push(...((await page.evaluate(LOOK)) as string[]))
  }
  await page.locator('[data-preview-path]').click()
  await page.locator('#preview [data-preview] *').first().waitFor()
  return [...faults, ...((await page.evaluate(LOOK)) as string[])]
}

async function fetched(agent: Agent, paths: readonly string[]): Promise<{ bodies: string[]; policy: string }> {
  const bodies: string[] = []
  let policy = ''
  for (const path of paths) {
    const answer = await agent.get(path)
    expect(answer.status, path).toBe(200)
    policy = answer.headers.get('content-security-policy') ?? ''
    bodies.push(answer.body)
  }
  return { bodies, policy }
}

test('there are more than two thousand payloads, and in a careless page they run', async () => {
  chromium.mayTellOf(/./)
  expect(corpus.length).toBeGreaterThan(2_000)
  const sample = corpus.filter((_, index) => index % 12 === 0)
  const { page, ran } = await inFrames(sample, { bypassCSP: true }, '')
  await expect.poll(() => ran.length).toBeGreaterThan(20)
  expect((await faultsIn(page)).length).toBeGreaterThan(100)
}, 60_000)

test.each(withAndWithoutPolicy)(
  'none runs %s, in text, comment, search and editor, each by itself',
  async (_name, options) => {
    const { policy } = await fetched(site.visitor(), ['/login'])
    const documents = everyPage.map((page) => {
      const rendered = pageOf(texts, page).map(
        (source) => `<div class="text">${renderMarkdown(source).html}</div><div>${renderForEditor(source)}</div>`,
      )
      const shown = pageOf(corpus, page).map(
        (words) => renderComment(words) + highlightHtml(excerptAround(words, ['xss'], 200), ['xss', 'on', '"']),
      )
      return `<!doctype html><body>${[...rendered, ...shown].join('\n')}`
    })
    const { page, ran } = await inFrames(documents, options, policy)
    expect(await faultsIn(page)).toEqual([])
    expect(ran).toEqual([])
  },
  60_000,
)

test('none runs wherever a page shows titles, names, tags, fields, links, files, comments and what an administrator wrote', async () => {
  const { author, sources } = await hostileBoard(site)
  const lists = everyPage.map((page) => `/xss?page=${page + 1}`)
  const posts = everyPage.map((page) => `/xss/${page + 1}`)
  const searches = corpus
    .filter((_, index) => index % 100 === 0)
    .slice(0, 20)
    .map((words) => `/search?q=${encodeURIComponent(words.slice(0, 60))}`)
  const seen = await fetched(site.visitor(), [...lists, ...posts, ...searches, '/', '/search?q=onerror'])
  const edits = await fetched(
    author.agent,
    posts.map((path) => `${path}/edit`),
  )
  expect(seen.bodies.join('').split('__xss').length).toBeGreaterThan(corpus.length * 5)
  for (const [, options] of withAndWithoutPolicy) {
    for (let at = 0; at < seen.bodies.length; at += AT_ONCE) {
      const { page, ran } = await inFrames(seen.bodies.slice(at, at + AT_ONCE), options, seen.policy)
      expect([...(await faultsIn(page)), ...ran]).toEqual([])
    }
    const { page, ran } = await inFrames(edits.bodies, options, seen.policy)
    expect([...(await faultsIn(page)), ...ran]).toEqual([])
    const forms = page.frames().slice(1)
    // What was typed comes back sign for sign: nothing in it ends the field.
    expect(await Promise.all(forms.map((form) => form.evaluate("document.querySelector('#field-body').value")))).toEqual(
      sources.slice(0, pages),
    )
    expect(await inPages(author.agent, options)).toEqual([])
  }
  const feed = await site.visitor().get(feedPath({ slug: 'xss' }))
  const { page } = await inFrames([], {}, seen.policy)
  const items = (await page.evaluate(
    `(() => { const feed = new DOMParser().parseFromString(${JSON.stringify(feed.body)}, 'application/xml')
      return [feed.querySelectorAll('parsererror').length, ...[...feed.querySelectorAll('*')].filter((one) => one.namespaceURI === 'http://www.w3.org/1999/xhtml' || one.localName === 'script').map((one) => one.localName)] })()`,
  )) as unknown[]
  expect(items).toEqual([0])
}, 180_000)
