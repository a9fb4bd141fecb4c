import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../config/env.ts'
import type { AppContext, Reader } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { dayOf } from '../../lib/time/zone.ts'
import { listLatestActs } from '../moderation/moderation.read-models.ts'
import type { ActLine } from '../moderation/moderation.types.ts'
import { loadVisitFigures, type VisitNumbers } from '../visits/visits.read-models.ts'
import { type MemberRow, MOST_TODAY, type TodayFigures } from './console.types.ts'

const NEWEST = 8

export interface Versions {
  madang: string
  node: string
  database: string
  redis: string
}

export interface ConsoleOverview {
  visits: VisitNumbers
  today: TodayFigures
  members: Pick<MemberRow, 'id' | 'nickname' | 'createdAt'>[]
  acts: ActLine[]
  versions: Versions
}

export async function loadConsoleOverview(ctx: AppContext, reader: Reader): Promise<ConsoleOverview> {
  const [visits, posts, comments, newMembers, members, acts, versions] = await Promise.all([
    loadVisitFigures(ctx),
    countToday(ctx.db, reader, 'posts'),
    countToday(ctx.db, reader, 'comments'),
    countToday(ctx.db, reader, 'members'),
    ctx.db<MemberRow>('members').orderBy('id', 'desc').limit(NEWEST).select('id', 'nickname', 'createdAt'),
    listLatestActs(ctx, reader, NEWEST),
    loadVersions(ctx),
  ])
  return { visits, today: { posts, comments, members: newMembers }, members, acts, versions }
}

/** Of the newest rows those of today: never more of them are read, however busy or old the site is. */
async function countToday(db: Db, { now, zone }: Reader, table: 'posts' | 'comments' | 'members'): Promise<number> {
  const rows = await db(table)
    .modify((newest) => {
      // What its author alone sees counts nowhere.
      if (table === 'posts') newest.whereNot({ status: 'private' })
    })
    .orderBy('id', 'desc')
    .limit(MOST_TODAY)
    .select<{ createdAt: Date }[]>('createdAt')
  const today = dayOf(now, zone)
  return rows.filter(({ createdAt }) => dayOf(createdAt, zone) === today).length
}

async function loadVersions({ db, redis }: AppContext): Promise<Versions> {
  const [manifest, [rows], info] = await Promise.all([
    readFile(join(projectRoot, 'package.json'), 'utf8'),
    db.raw<{ version: string }[][]>('SELECT VERSION() AS version'),
    redis.info('server').catch(() => ''),
  ])
  return {
    madang: (JSON.parse(manifest) as { version: string }).version,
    node: process.version.slice(1),
    database: rows?.[0]?.version ?? '',
    redis: /redis_version:(\S+)/.exec(info)?.[1] ?? '',
  }
}
