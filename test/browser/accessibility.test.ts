import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { useChromium } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { fillSite, type Role } from '../support/filled-site.ts'
import { openAs, openKind, readerAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

// Each theme with the other language and the other screen: colours know no language, and twice is half as long as four times.
test.each([
  { lang: 'ko', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { lang: 'en', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
] as const)(
  'no page keeps a reader out, and none scrolls sideways ($lang, $colorScheme, $viewport.width)',
  { timeout: 240_000 },
  async (seen) => {
    const filled = await fillSite(site)
    const tabs = new Map<Role, Page>()
    const faults: string[] = []
    for (const kind of everyPage) {
      // Without motion, so that no colour is caught halfway.
      const { lang, ...screen } = { ...seen, reducedMotion: 'reduce' } as const
      const tab =
        tabs.get(kind.as) ??
        (await openAs(chromium, site, readerAs(filled, kind.as), { ...screen, cookies: { lang, editor: 'rich' } })).page
      tabs.set(kind.as, tab)
      await openKind(tab, filled, kind)
      faults.push(...[...(await tooWideOn(tab, seen.viewport.width)), ...(await barriersOn(tab))].map((fault) => `${kind.name}: ${fault}`))
    }
    expect(faults).toEqual([])
  },
)

/** What reaches beyond the screen, when the page scrolls sideways for it. */
const tooWideOn = (tab: Page, width: number): Promise<string[]> =>
  tab.evaluate(`document.documentElement.scrollWidth <= ${width} ? [] :
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > ${width} + 1)
      .map((element) => 'wider than the screen: ' + element.tagName + '.' + element.className)`)
