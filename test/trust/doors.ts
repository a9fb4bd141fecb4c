import type { Door } from '../../src/lib/http/route.ts'
import { routeTable } from '../../src/routes.ts'
import { type Agent, createAgent } from '../support/agent.ts'
import { aMember, logIn } from '../support/factories.ts'
import type { FilledSite } from '../support/filled-site.ts'

export const roles = ['guest', 'member', 'author', 'moderator', 'administrator', 'owner'] as const
export type TrustRole = (typeof roles)[number]

/** What the names in a door's address stand for. */
export type Place = Record<string, string | number>

/** A post that everyone reads, a hidden comment on it, a hidden post, one for members, one for staff: the same door is another one at each. */
export async function placesOf(site: FilledSite): Promise<Record<'free' | 'silenced' | 'hidden' | 'inside' | 'staff', Place>> {
  const file = await site.ctx.db('files').orderBy('id', 'desc').first('fileKey')
  const member = await site.ctx.db('members').where({ nickname: '준호' }).first('id')
  const shared = {
    ...site.arranged,
    slug: 'about',
    group: 'community',
    token: site.resetToken,
    nickname: '미나',
    tag: '동네책방',
    key: file?.fileKey,
    size: 'thumbnail',
    name: 'picture.webp',
    id: member?.id,
    comment: site.comments.first,
    version: 1,
    import: site.statistics.import,
  }
  const free = { ...shared, board: 'free', number: Number(site.posts.long.split('/').at(-1)) }
  return {
    free,
    silenced: { ...free, comment: site.comments.hidden },
    hidden: { ...free, number: Number(site.posts.hidden.split('/').at(-1)), comment: 1 },
    inside: { ...shared, board: 'inside', number: 1, comment: 1 },
    staff: { ...shared, board: 'staff', number: 1, comment: 1 },
  }
}

/** A bookmark, or a planned post, of nobody's: one whose number a member happens to have is somebody's in one run and not in the next. */
const NOBODYS = 999_999_999

export const addressOf = (path: string, place: Place): string =>
  path
    .replace('/me/bookmarks/:id', `/me/bookmarks/${NOBODYS}`)
    .replace('/me/scheduled/:id', `/me/scheduled/${NOBODYS}`)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(place[name] ?? `no-${name}`)))

/** Doors as `madang routes` lists them; those that end the session of who walks through come last. */
export function doorsOf(site: FilledSite, method: 'GET' | 'POST'): Door[] {
  const doors = routeTable(site.ctx).filter((door) => door.method === method)
  return [...doors].sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)) || a.path.localeCompare(b.path, 'en'))
}

export const endsSession = ({ path }: Pick<Door, 'path'>): boolean => /log-?out/.test(path)

export async function agentsOf(site: FilledSite): Promise<Record<TrustRole, Agent>> {
  const { author, member, moderator, owner } = site.people
  const administrator = await aMember(site, '살림꾼', { level: 9 })
  return {
    guest: site.visitor(),
    member: member.agent,
    author: author.agent,
    moderator: moderator.agent,
    administrator: administrator.agent,
    owner: owner.agent,
  }
}

/** The same person without the token that their pages carry. */
export async function withoutToken(site: FilledSite, login: string): Promise<Agent> {
  const known = await logIn(site, login)
  const agent = createAgent(site.url)
  for (const [name, value] of known.cookies) agent.cookies.set(name, value)
  return agent
}

/** Visits are counted after the answer, in batches with marks, by whoever looks: everything else must stand still when nothing may change. */
export async function fingerprint(site: FilledSite): Promise<Record<string, unknown>> {
  const [rows] = (await site.ctx.db.raw(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  )) as [{ name: string }[]]
  const names = rows.map(({ name }) => name).filter((name) => !/^(visit|job_marks|post_reads)/.test(name))
  // The rows themselves: MariaDB's CHECKSUM TABLE also sums up columns that are reckoned when they are read, before they are.
  const sums = names.map(async (name) => [name, JSON.stringify((await site.ctx.db(name)).map((row) => JSON.stringify(row)).sort())])
  return Object.fromEntries(await Promise.all(sums)) as Record<string, unknown>
}
