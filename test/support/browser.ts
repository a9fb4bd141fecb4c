import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'

const executablePath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Only loopback exists for the browser of the tests: whatever a page asks of elsewhere fails at once and is seen. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Chromium {
  /** A fresh profile; its pages fail the test on a script error, a blocked resource, or an answer of 500 and above. */
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>
  /** What went wrong in pages since the test began. */
  troubles: string[]
}

export function useChromium(): Chromium {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const chromiumHandle: Chromium = {
    troubles: [],
    async open(options = {}) {
      const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 1280, height: 900 }, ...options })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (error) => chromiumHandle.troubles.push(`script: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          chromiumHandle.troubles.push(`console: ${message.text()}`)
      })
      page.on('response', (response) => {
        if (response.status() >= 500) chromiumHandle.troubles.push(`${response.status()} ${response.url()}`)
      })
      return { context, page }
    },
  }
  beforeAll(async () => {
    const { existsSync } = await import('node:fs')
    const path = executablePath.find((candidate) => existsSync(candidate))
    if (!path) throw new Error('no Chromium found: bin/prepare.mjs --for-tests brings it')
    browser = await chromium.launch({ executablePath: path, args: quiet })
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    const troubles = chromiumHandle.troubles.splice(0)
    if (troubles.length > 0) throw new Error(`the browser complained:\n${troubles.join('\n')}`)
  })
  afterAll(() => browser?.close())
  return chromiumHandle
}

/** With SCREENSHOTS=<folder> the journeys leave pictures there, for a person to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const dir = process.env['SCREENSHOTS']
  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.screenshot({ path: `${dir}/${name}.png`, fullPage: true })
}
