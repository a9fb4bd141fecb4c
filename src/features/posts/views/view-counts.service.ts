import { createHmac } from 'node:crypto'
import type { AppContext, Viewer } from '../../../context.ts'
import { createRecently } from '../../../lib/cache/recently.ts'
import { loadSettings } from '../../settings/settings.service.ts'
import { isDeclaredBot } from '../../visits/visit-facts.policy.ts'
import { visitRulesOf } from '../../visits/visit-rules.policy.ts'
import { readVisitorCookie } from '../../visits/visitor-cookie.service.ts'
import { PENDING_VIEWS } from './view-counts.types.ts'

const SEEN_SECONDS = 86_400
const DAY_MS = 86_400_000
const JUST_THERE = { withinMs: 5 * 60_000, most: 20_000 }

/** What a request tells of the one who reads. */
export interface Visit {
  address: string | undefined
  userAgent: string | undefined
  /** The cookie of the visitor counter. */
  visitorCookie: string | undefined
  /** Sec-Purpose: a browser that fetches ahead has no reader yet. */
  purpose: string | undefined
}

/**
 * Counts a look at a post, once a day for each reader. Gathered in Redis, where many may do so at once, and added to the posts by
 * `flushViews`.
 */
export async function countView(ctx: AppContext, viewer: Viewer, postId: number, visit: Visit): Promise<void> {
  if (await isFirstToday(ctx, viewer, `viewed:${postId}`, visit)) await ctx.redis.hIncrBy(PENDING_VIEWS, String(postId), 1)
}

/** Whether this reader is counted for the first time today; machines and pages fetched ahead of a click never are. */
export async function isFirstToday(ctx: AppContext, viewer: Viewer, what: string, visit: Visit): Promise<boolean> {
  const { botWords } = visitRulesOf(await loadSettings(ctx))
  if (isDeclaredBot({ 'user-agent': visit.userAgent }, botWords) || visit.purpose?.includes('prefetch')) return false
  const reader = readerOf(ctx, viewer, visit)
  const name = `${what}:${reader.name}`
  // Who reads a page again within minutes is known without asking Redis.
  const justThere = ctx.memory.own('views:just-there', () => createRecently(ctx.clock, JUST_THERE))
  if (justThere.has(name)) return false
  // Said in one breath: each way to Redis costs more than the second answer.
  const [first, before] = await Promise.all([
    ctx.redis.set(name, '1', { NX: true, EX: SEEN_SECONDS }),
    reader.before === null ? 0 : ctx.redis.exists(`${what}:${reader.before}`),
  ])
  justThere.add(name)
  return first !== null && before === 0
}

/** A visitor's first page came without the cookie that it brought: `before` is the name under which it was counted. */
function readerOf(ctx: AppContext, viewer: Viewer, visit: Visit): { name: string; before: string | null } {
  if (viewer.memberId !== null) return { name: `m${viewer.memberId}`, before: null }
  const visitor = readVisitorCookie(ctx, visit.visitorCookie)
  if (visitor === null) return { name: traceOf(ctx, visit), before: null }
  const isNew = ctx.clock.now().getTime() - visitor.givenAt.getTime() < DAY_MS
  return { name: `v${visitor.id.toString('base64url')}`, before: isNew ? traceOf(ctx, visit) : null }
}

/** Neither address nor browser can be read back from it. */
const traceOf = (ctx: AppContext, { address, userAgent }: Visit): string =>
  createHmac('sha256', ctx.config.sessionSecret ?? '')
    .update(`view ${address} ${userAgent}`)
    .digest('base64url')
    .slice(0, 22)
