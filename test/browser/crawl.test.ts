import { expect, test } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { canaries } from '../support/canaries.ts'
import { type FilledSite, fillSite, type Role } from '../support/filled-site.ts'
import { type Page, unescapeHtml } from '../support/page.ts'
import { readerAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

/** More than a filled site has: a crawl that runs to it found a trap of endless links. */
const ADDRESSES = 1_600

const mayNotSee: Record<Role, (keyof typeof canaries)[]> = {
  guest: [
    'hiddenPost',
    'waitingPost',
    'hiddenComment',
    'secretComment',
    'deletedComment',
    'membersOnly',
    'staffOnly',
    'looseImage',
    'adultsOnly',
  ],
  member: ['hiddenPost', 'waitingPost', 'hiddenComment', 'deletedComment', 'staffOnly', 'looseImage', 'adultsOnly'],
  author: ['deletedComment', 'staffOnly', 'looseImage', 'adultsOnly'],
  moderator: ['secretComment', 'deletedComment', 'staffOnly', 'looseImage', 'adultsOnly'],
  owner: ['deletedComment', 'looseImage'],
}

const readable: Record<Role, (keyof typeof canaries)[]> = {
  guest: [],
  member: ['membersOnly', 'secretComment'],
  author: ['hiddenComment', 'hiddenPost', 'membersOnly', 'secretComment', 'waitingPost'],
  moderator: ['hiddenComment', 'hiddenPost', 'membersOnly', 'waitingPost'],
  owner: ['adultsOnly', 'hiddenComment', 'hiddenPost', 'membersOnly', 'secretComment', 'staffOnly', 'waitingPost'],
}

test.each(['guest', 'member', 'author', 'moderator', 'owner'] as const)(
  'whatever a page leads a %s to is there, and nothing that they may not read shows anywhere',
  { timeout: 120_000 },
  async (role) => {
    const filled = await fillSite(site)
    const { broken, leaks, seen, shown } = await crawl(filled, readerAs(filled, role), role)
    // A board for adults is named to all, and its gate is no page but an answer.
    expect(broken).toEqual(role === 'owner' ? [] : ['403 /night'])
    expect(leaks).toEqual([])
    // The crawl gets to where such words stand: who may read them does.
    expect([...shown].sort()).toEqual(readable[role])
    expect(seen.size).toBeGreaterThan(60)
    expect(seen.size).toBeLessThan(ADDRESSES)
  },
)

test('what only some may read answers others as if it were not there', async () => {
  const { boards, posts, comments, people } = await fillSite(site)
  const secrets = [
    posts.hidden,
    posts.waiting,
    `/${boards.members.slug}`,
    `/${boards.members.slug}/1`,
    `/${boards.staff.slug}`,
    `/${boards.staff.slug}/1`,
  ]
  for (const path of [...secrets, ...secrets.map((secret) => `${secret}/comments/1`), ...searches(boards.staff.slug)]) {
    const page = await site.visitor().get(path)
    expect(canariesIn(page.body, 'guest'), path).toEqual([])
    if (!path.startsWith('/search')) expect(page.status, path).toBe(404)
  }
  for (const suffix of ['', '/edit', '/delete', '/hide', '/comments/write'])
    expect((await people.member.agent.get(posts.hidden + suffix)).status, suffix).toBe(404)
  const hiddenComment = await people.member.agent.get(`${posts.long}/comments/${comments.hidden}/edit`)
  expect(canariesIn(hiddenComment.body, 'member')).toEqual([])
})

/** The words of a search come back in its own form and title: what is found must not. */
const searches = (board: string) => [
  `/search?q=%ED%9A%8C%EC%9D%98%EB%A1%9D`,
  `/search?q=%ED%9A%8C%EC%9D%98%EB%A1%9D&board=${board}`,
  '/search?q=%EA%B4%91%EA%B3%A0',
]

async function crawl(filled: FilledSite, agent: Agent, role: Role) {
  const waiting = [
    '/',
    '/new',
    '/popular',
    '/tags',
    '/me',
    '/console',
    '/search?q=%EC%B1%85%EB%B0%A9',
    '/robots.txt',
    `/${filled.boards.members.slug}`,
  ]
  const allowedToFail = new Set(role === 'owner' ? [] : waiting.slice(4))
  const seen = new Set<string>(waiting)
  const broken: string[] = []
  const leaks: string[] = []
  const shown = new Set<string>()
  for (let next = waiting.shift(); next !== undefined && seen.size < ADDRESSES; next = waiting.shift()) {
    const page = await agent.get(next)
    if (page.status >= 400 && !(allowedToFail.has(next) && page.status < 500)) broken.push(`${page.status} ${next}`)
    for (const [name, canary] of Object.entries(canaries)) if (page.body.includes(canary)) shown.add(name)
    leaks.push(...canariesIn(page.body, role).map((canary) => `${canary} on ${next}`))
    for (const address of addressesOn(page, filled.url)) {
      if (seen.has(address)) continue
      seen.add(address)
      waiting.push(address)
    }
  }
  return { broken, leaks, seen, shown }
}

const canariesIn = (body: string, role: Role) => mayNotSee[role].filter((canary) => body.includes(canaries[canary]))

/** Links, pictures, styles, scripts, and forms that only ask. */
function addressesOn(page: Page, base: string): string[] {
  const of = (selector: string, attribute: string) =>
    page.root.querySelectorAll(selector).map((element) => element.getAttribute(attribute) ?? '')
  const all = [
    ...of('a[href], link[href], use[href]', 'href'),
    ...of('img[src], script[src], source[src]', 'src'),
    ...of('form[method=get]', 'action'),
    ...of('meta[property="og:image"]', 'content'),
  ]
  const fonts = page.headers.get('content-type')?.startsWith('text/css') ? [...page.body.matchAll(/url\(['"]?([^'")]+)/g)] : []
  const urls = [...all, ...fonts.map(([, address]) => String(address))].map(
    (address) => new URL(unescapeHtml(address), new URL(page.path, base)),
  )
  return urls.flatMap((url) => (url.origin === new URL(base).origin ? [once(url)] : []))
}

/**
 * Each post may be opened from any list, each board be listed in any order, each page of statistics tell of any days beside any others: one
 * board's orders and one period stand for all.
 */
function once({ pathname, searchParams }: URL): string {
  if (/^\/[\w-]+\/\d+$/.test(pathname))
    for (const name of ['category', 'filter', 'author', 'period', 'sort', 'page']) searchParams.delete(name)
  else if (/^\/[\w-]+$/.test(pathname) && pathname !== '/free') for (const name of ['author', 'period', 'sort']) searchParams.delete(name)
  if (/^(\/console)?\/visitors(\/|$)/.test(pathname))
    for (const name of ['period', 'board', 'from', 'to', 'compare', 'compareFrom', 'compareTo']) searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
