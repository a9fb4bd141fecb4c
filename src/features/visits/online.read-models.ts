import type { AppContext, Viewer } from '../../context.ts'
import type { Member } from '../members/members.types.ts'
import { ONLINE_KEY, ONLINE_MEMBERS_KEY, ONLINE_MS } from './online.types.ts'

/** Readers of the last five minutes: a guest is a browser, a member is a member on however many. */
export interface Online {
  guests: number
  members: number
}

export interface OnlinePeople {
  online: Online | null
  /** Of members who are named by their own choice, those who read last, in alphabetical order. */
  names: string[]
  /** The viewer's own choice; null for a guest. */
  ownName: boolean | null
}

/** A page holds no more names than one looks through. */
const MOST_NAMES = 300
/** Members who read last, among whom names are looked for. */
const MOST_MEMBERS = 3_000

const sinceWhen = (ctx: AppContext): number => ctx.clock.now().getTime() - ONLINE_MS + 1

/** null while Redis is away: then nobody knows. */
export async function countOnline(ctx: AppContext): Promise<Online | null> {
  if (!ctx.redis.isReady) return null
  const since = sinceWhen(ctx)
  const count = (key: string) => ctx.redis.zCount(key, since, '+inf')
  return Promise.all([count(ONLINE_KEY), count(ONLINE_MEMBERS_KEY)]).then(
    ([guests, members]) => ({ guests, members }),
    () => null,
  )
}

export async function loadOnline(ctx: AppContext, viewer: Viewer): Promise<OnlinePeople> {
  const [online, ids, ownName] = await Promise.all([countOnline(ctx), lastMembers(ctx), ownChoice(ctx, viewer)])
  const names = await ctx
    .db<Member>('members')
    .whereIn('id', ids)
    .where({ namedOnline: 1, status: 'active' })
    .orderBy('nickname')
    .limit(MOST_NAMES)
    .pluck<string[]>('nickname')
  return { online, names, ownName }
}

async function ownChoice({ db }: AppContext, { memberId }: Viewer): Promise<boolean | null> {
  if (memberId === null) return null
  return (await db<Member>('members').where({ id: memberId }).first('namedOnline'))?.namedOnline === 1
}

async function lastMembers(ctx: AppContext): Promise<number[]> {
  if (!ctx.redis.isReady) return []
  const options = { BY: 'SCORE', REV: true, LIMIT: { offset: 0, count: MOST_MEMBERS } } as const
  const ids = await ctx.redis.zRange(ONLINE_MEMBERS_KEY, '+inf', sinceWhen(ctx), options).catch(() => [])
  return ids.map(Number)
}
