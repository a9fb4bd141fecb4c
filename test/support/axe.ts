import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A theme changes colours and nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What keeps a reader out of the page as it stands, in the light theme and in the dark one. */
export async function barriersOn(tab: Page): Promise<string[]> {
  await tab.emulateMedia({ colorScheme: 'light' })
  const light = await violations(new AxeBuilder({ page: tab }).withTags(rules))
  await tab.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(new AxeBuilder({ page: tab }).withRules(rulesOfColour))
  return [...light.map((barrier) => `light: ${barrier}`), ...dark.map((barrier) => `dark: ${barrier}`)]
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.setLegacyMode().analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}
