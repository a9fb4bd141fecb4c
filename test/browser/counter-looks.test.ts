import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { guest } from '../../src/context.ts'
import { changeSettings } from '../../src/features/settings/settings.service.ts'
import { visitLooks } from '../../src/features/settings/visit-settings.types.ts'
import { shiftDay } from '../../src/lib/time/zone.ts'
import { barriersOn } from '../support/axe.ts'
import { photograph, useChromium } from '../support/browser.ts'
import { firstBoards } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

/** A total of twelve digits: 250 days, each as large as a day may be. */
const hugeDays = () =>
  Array.from({ length: 249 }, (_, back) => ({ day: shiftDay('2026-06-01', -back), visitors: 4_000_000_000, pageViews: 1 }))

/** What stands in the counter and reaches beyond it. */
const outside = (tab: Page): Promise<string[]> =>
  tab.evaluate(`(() => {
    const counter = document.querySelector('.counter')
    const edge = counter.getBoundingClientRect()
    return [...counter.querySelectorAll(':not(small, .hidden)')]
      .filter((part) => part.getBoundingClientRect().right > edge.right + 0.5 || part.getBoundingClientRect().left < edge.left - 0.5)
      .map((part) => part.tagName + '.' + part.className + ': ' + part.textContent.trim())
  })()`)

const html = new HtmlValidate({ root: true, extends: ['html-validate:recommended'], rules: { 'no-trailing-whitespace': 'off' } })

test.each([
  { lang: 'ko', textSize: 'm', colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { lang: 'en', textSize: 'xl', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { lang: 'en', textSize: 'm', colorScheme: 'light', viewport: { width: 768, height: 900 } },
  { lang: 'ko', textSize: 'xl', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { lang: 'en', textSize: 'm', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
] as const)(
  'numbers of twelve digits stay in their place in every look, and every look is open to all ($lang, $textSize, $colorScheme, $viewport.width)',
  async ({ lang, textSize, ...screen }) => {
    await firstBoards(site)
    await site.ctx.db('visit_days').insert(hugeDays())
    site.clock.set('2026-06-02T03:00:00Z')
    const { page } = await openAs(chromium, site, null, { ...screen, reducedMotion: 'reduce', cookies: { lang, textSize } })
    for (const visitLook of visitLooks.filter((look) => look !== 'none')) {
      await changeSettings(site.ctx, guest, { visitLook })
      await page.goto('/terms')
      expect(await page.locator('[data-visits=total]').textContent(), visitLook).toMatch(/^\s*996,000,000,00\d\s*$/)
      expect(await outside(page), visitLook).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), visitLook).toBe(0)
      expect(await barriersOn(page), visitLook).toEqual([])
      const { results } = await html.validateString(await page.locator('.counter').evaluate((counter) => counter.outerHTML))
      expect(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        visitLook,
      ).toEqual([])
      await page.locator('.counter').scrollIntoViewIfNeeded()
      await photograph(page, `counter-${visitLook}-${lang}-${screen.viewport.width}-${screen.colorScheme}`)
    }
  },
)
