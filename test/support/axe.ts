import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules whose outcome hangs on the theme or on the size of the screen. */
export const ofLightAndWidth = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/** What keeps a reader out of the page as it stands. Each rule runs; where none is broken nobody reads which elements kept it. */
export async function barriersOn(tab: Page, only?: string[]): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: rules },
  }
  // Half a megabyte to read: once for each page, however often it is asked.
  if (!(await tab.evaluate('"axe" in window'))) await tab.evaluate(axeSource)
  const violations = await tab.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}
