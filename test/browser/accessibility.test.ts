import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, ofLightAndWidth } from '../support/axe.ts'
import { useChromium } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { type FilledSite, fillSite, type Role } from '../support/filled-site.ts'
import { openAs, openKind, readerAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 900 }

/**
 * Each page is opened once, every other one in English: on a phone in the dark each rule is asked; then the same page stands on a desk in daylight, and what
 * light and width can change is asked again.
 */
test('no page keeps a reader out, and none scrolls sideways, on a phone in the dark and on a desk in daylight', {
  timeout: 600_000,
}, async () => {
  const filled = await fillSite(site)
  const tabs = new Map<string, Page>()
  const faults: string[] = []
  for (const [index, kind] of everyPage.entries()) {
    const lang = index % 2 === 0 ? 'ko' : 'en'
    const tab = tabs.get(lang + kind.as) ?? (await openTab(filled, kind.as, lang))
    tabs.set(lang + kind.as, tab)
    await lightOf(tab, 'dark', phone)
    await openKind(tab, filled, kind)
    const found = [...(await tooWideOn(tab, phone.width)), ...(await barriersOn(tab))]
    await lightOf(tab, 'light', desk)
    found.push(...(await tooWideOn(tab, desk.width)), ...(await barriersOn(tab, ofLightAndWidth)))
    faults.push(...found.map((fault) => `${kind.name} (${lang}): ${fault}`))
  }
  expect(faults).toEqual([])
})

/** Without motion, so that no colour is caught halfway. */
async function openTab(filled: FilledSite, role: Role, lang: string): Promise<Page> {
  const { page } = await openAs(chromium, site, readerAs(filled, role), { reducedMotion: 'reduce', cookies: { lang, editor: 'rich' } })
  return page
}

async function lightOf(tab: Page, colorScheme: 'dark' | 'light', viewport: { width: number; height: number }) {
  await tab.emulateMedia({ colorScheme })
  await tab.setViewportSize(viewport)
}

/** What reaches beyond the screen, when the page scrolls sideways for it. */
const tooWideOn = (tab: Page, width: number): Promise<string[]> =>
  tab.evaluate(`document.documentElement.scrollWidth <= ${width} ? [] :
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > ${width} + 1)
      .map((element) => 'wider than the screen: ' + element.tagName + '.' + element.className)`)
