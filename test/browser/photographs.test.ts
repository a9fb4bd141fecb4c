import { test } from 'vitest'
import { photograph, useChromium } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { fillSite, type Role } from '../support/filled-site.ts'
import { openAs, openKind, readerAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

/** Not in the usual run: pictures are for people. `SCREENSHOTS=<folder>` takes them. */
test.runIf(process.env['SCREENSHOTS']).each([360, 768, 1280])(
  'every page is photographed %i pixels wide, in light and in dark',
  { timeout: 600_000 },
  async (width) => {
    const filled = await fillSite(site)
    const tabs = new Map<Role, Awaited<ReturnType<typeof openAs>>['page']>()
    for (const kind of everyPage) {
      const tab =
        tabs.get(kind.as) ??
        (await openAs(chromium, site, readerAs(filled, kind.as), { viewport: { width, height: 900 }, reducedMotion: 'reduce' })).page
      tabs.set(kind.as, tab)
      await openKind(tab, filled, kind)
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme })
        await photograph(tab, `${kind.name.replace(/\W+/g, '-')}-${width}-${colorScheme}`)
      }
    }
  },
)
