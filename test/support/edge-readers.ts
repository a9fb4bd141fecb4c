import type { IncomingMessage } from 'node:http'
import { ownCookies } from '../../src/edge-cache.ts'
import { type Agent, createAgent } from './agent.ts'
import type { Page } from './page.ts'
import type { CacheRules } from './shared-cache.ts'

/** What docs/cdn.md asks of a cache: whoever chose something, is somebody, or reads another language goes past it. Then Vary is answered for. */
export const documentedRules: CacheRules = {
  ignoresVary: true,
  passes: ({ headers, url }: IncomingMessage) =>
    !/^ko\b|^$/i.test(headers['accept-language'] ?? '') ||
    new RegExp(`(^|;\\s*)(${ownCookies.map((name) => name.replace('.', '\\.')).join('|')})=`).test(headers.cookie ?? '') ||
    (url ?? '').startsWith('/visitors/'),
}

/** A browser that does what the script of a page does where it is shown: or what it does without script, which comes to the same request. */
export function shownPages(
  url: string,
  address: string,
  options: Parameters<typeof createAgent>[1] = {},
): Agent & { read(path: string, from?: string): Promise<Page> } {
  const agent = createAgent(url, { ...options, headers: { 'x-forwarded-for': address, ...options.headers } })
  return { ...agent, read: async (path, from) => tellShown(agent, await agent.get(path), url, from) }
}

export async function tellShown(agent: Agent, page: Page, url: string, from = ''): Promise<Page> {
  const receipt = page.root.querySelector('body')?.getAttribute('data-receipt')
  if (!receipt) return page
  const headers = { referer: url + page.path, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty', accept: '*/*' }
  const asked = await agent.request(`/visitors/shown.svg?${new URLSearchParams({ receipt, from })}`, { headers })
  // Browsers take all of these along where an answer leads on.
  if (asked.status === 302) await agent.request(asked.headers.get('location') ?? '', { headers })
  return page
}
