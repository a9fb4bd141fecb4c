import type { BrowserContext, BrowserContextOptions, Page as Tab } from 'playwright-core'
import type { Agent } from './agent.ts'
import { type Chromium, ready } from './browser.ts'
import type { PageKind } from './every-page.ts'
import type { FilledSite, Role } from './filled-site.ts'
import type { Page } from './page.ts'
import type { Site } from './site.ts'

export const readerAs = (site: FilledSite, role: Role): Agent => (role === 'guest' ? site.visitor() : site.people[role].agent)

/** Over HTTP, without a screen. */
export async function walkTo(site: FilledSite, agent: Agent, { path, sends }: PageKind): Promise<Page> {
  const page = await agent.get(path(site))
  return sends ? agent.submit(page, sends.form, sends.fields) : page
}

/** In the browser: the form goes as it would without script, past the browser's own checks. */
export async function openKind(tab: Tab, site: FilledSite, { path, sends }: PageKind): Promise<void> {
  await tab.goto(site.url + path(site))
  if (!sends) return ready(tab)
  const answered = tab.waitForEvent('load')
  await tab.locator(sends.form).evaluate((form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = form.querySelector(`input[name="${name}"], textarea[name="${name}"], select[name="${name}"]`)
      const typed = field ?? form.appendChild(Object.assign(form.ownerDocument.createElement('input'), { type: 'hidden', name }))
      typed.value = value
    }
    // A button named "submit" or "action" would hide the form's own method.
    Object.getPrototypeOf(form).submit.call(form)
  }, sends.fields)
  await answered
  await ready(tab)
}

/** A browser of its own in which this person is logged in already. They write in Markdown, unless a test is of the editor. */
export async function openAs(
  chromium: Chromium,
  site: Site,
  agent: Agent | null,
  { cookies = {} as Record<string, string>, ...options }: BrowserContextOptions & { cookies?: Record<string, string> } = {},
): Promise<{ context: BrowserContext; page: Tab }> {
  const opened = await chromium.open({ baseURL: site.url, ...options })
  await giveCookies(opened.context, site, { editor: 'markdown', ...Object.fromEntries(agent?.cookies ?? []), ...cookies })
  return opened
}

export const giveCookies = (context: BrowserContext, site: Site, cookies: Record<string, string>): Promise<void> =>
  context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.url })))

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const
