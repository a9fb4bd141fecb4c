import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// Read anew by each page: half the text is a quarter less to wait for.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules whose outcome hangs on the theme or on the size of the screen. */
export const ofLightAndWidth = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/** What keeps a reader out of the page as it stands. Each rule runs; where none is broken nobody reads which elements kept it. */
export async function barriersOn(tab: Page, only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page: tab, axeSource }).options({ resultTypes: ['violations'] })
  if (only) axe.withRules(only)
  else axe.withTags(rules)
  const found = await axe.setLegacyMode().analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}
