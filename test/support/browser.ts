import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterEach, beforeAll, expect } from 'vitest'
import { chromiumPath } from './chromium-path.ts'

/** A person's browser: one that calls itself headless counts as a machine. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

/** Only loopback exists for the browser of the tests: whatever a page asks of elsewhere fails at once and is seen. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What a page sends while it is left bears the name of the browser itself, not that of the profile.
  `--user-agent=${userAgent}`,
]

export interface Chromium {
  /**
   * A fresh profile; its pages fail the test on a script error, a behavior that didn't come, anything that the content policy blocked, a
   * request to another host, or an answer of 500 and above.
   */
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>
  /** What went wrong in pages since the test began. */
  troubles: string[]
  /** Such troubles are what this test is of. Said before they come: a browser tells of them when it finds the time, after the test perhaps. */
  mayTellOf(expected: RegExp): void
}

/** One for all files of a worker: each opens profiles of its own in it. It ends with the process. */
let running: Promise<Browser> | null = null
const theBrowser = (): Promise<Browser> => {
  running ??= chromium.launch({ executablePath: chromiumPath(), args: quiet }).then((browser) =>
    browser.once('disconnected', () => {
      running = null
    }),
  )
  return running
}

export function useChromium(): Chromium {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const expected: RegExp[] = []
  const chromiumHandle: Chromium = {
    troubles: [],
    mayTellOf: (pattern) => void expected.push(pattern),
    async open(options = {}) {
      const context = await browser.newContext({ locale: 'ko-KR', userAgent, viewport: { width: 1280, height: 900 }, ...options })
      contexts.push(context)
      // Pages are measured by chance: tests of other things had one request more now and then.
      await context.addInitScript("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })")
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      watch(page, chromiumHandle.troubles)
      return { context, page }
    },
  }
  beforeAll(async () => {
    browser = await theBrowser()
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    const patterns = expected.splice(0)
    const troubles = chromiumHandle.troubles.splice(0).filter((trouble) => !patterns.some((pattern) => pattern.test(trouble)))
    if (troubles.length > 0) throw new Error(`the browser complained:\n${troubles.join('\n')}`)
  })
  return chromiumHandle
}

function watch(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('console', (message) => {
    const isError = message.type() === 'error' && !/status of 4\d\d/.test(message.text())
    if (isError || message.text().startsWith('behavior ')) troubles.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).hostname !== '127.0.0.1') troubles.push(`another host: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
}

/** What a browser says of a line that breaks and of a server that is away. */
export const brokenLine = /net::ERR_|Failed to fetch/

/** Scripts come after the page: before this, a press does what it does without them. */
export const ready = (page: Page): Promise<void> => page.locator('html[data-attached]').waitFor({ state: 'attached' })

/** What a page shows in a moment: `await soon(() => page.locator(…).textContent()).toBe(…)`. */
export const soon = <T>(look: () => T) => expect.poll(look)

/** With SCREENSHOTS=<folder> the journeys leave pictures there, for a person to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const dir = process.env['SCREENSHOTS']
  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.screenshot({ path: `${dir}/${name}.png`, fullPage: true })
}
