import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { type FilledSite, fillSite, type Role } from '../support/filled-site.ts'
import { openAs, openKind, readerAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A theme changes colours and nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 900 }

test.each([
  ['ko', phone],
  ['en', desk],
] as const)(
  'nothing on any page keeps a reader out, in light and in dark, and none scrolls sideways (%s)',
  { timeout: 90_000 },
  async (lang, viewport) => {
    const filled = await fillSite(site)
    const tabs = new Map<Role, Page>()
    const faults: string[] = []
    for (const kind of everyPage) {
      const tab = tabs.get(kind.as) ?? (await tabOf(filled, kind.as, { lang, viewport }))
      tabs.set(kind.as, tab)
      await tab.emulateMedia({ colorScheme: 'light' })
      await openKind(tab, filled, kind)
      faults.push(...(await tooWideOn(tab, viewport.width)).map((what) => `${kind.name}: wider than the screen: ${what}`))
      faults.push(...(await faultsOn(tab, (axe) => axe.withTags(rules))).map((fault) => `${kind.name}, light: ${fault}`))
      await tab.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(await faultsOn(tab, (axe) => axe.withRules(rulesOfColour))).map((fault) => `${kind.name}, dark: ${fault}`))
    }
    expect(faults).toEqual([])
  },
)

/** Without motion, so that no colour is caught halfway. */
async function tabOf(filled: FilledSite, role: Role, { lang, viewport }: { lang: string; viewport: { width: number; height: number } }) {
  const { page } = await openAs(chromium, site, readerAs(filled, role), { viewport, reducedMotion: 'reduce', cookies: { lang } })
  return page
}

async function faultsOn(tab: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await choose(new AxeBuilder({ page: tab }))
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}

/** What reaches beyond the screen, when the page scrolls sideways for it. */
const tooWideOn = (tab: Page, width: number): Promise<string[]> =>
  tab.evaluate(`document.documentElement.scrollWidth <= ${width} ? [] :
    [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > ${width} + 1).map((element) => element.tagName + '.' + element.className)`)
