import { publishDue } from '../../../src/features/posts/scheduled-posts/scheduled-posts.jobs.ts'
import type { ScheduledPost } from '../../../src/features/posts/scheduled-posts/scheduled-posts.types.ts'
import { localTime } from '../../../src/lib/time/zone.ts'
import type { Person } from '../../support/factories.ts'
import type { Site } from '../../support/site.ts'

const HOUR_MS = 3_600_000
export const ZONE = 'Asia/Seoul'

/** What tests of planned posts do again and again. */
export function planner(site: Site) {
  const at = (hours: number) => localTime(new Date(site.clock.now().getTime() + hours * HOUR_MS), ZONE)
  return {
    at,
    /** An hour from now, when nothing else is said. */
    plan: async (person: Person, fields: Record<string, string> = {}, board = 'free') =>
      person.agent.submit(await person.agent.get(`/${board}/write`), '#post-form', {
        ...{ title: '내일 아침', body: '내일의 이야기입니다.', publish: 'later', publishAt: at(1) },
        ...fields,
      }),
    /** Later by so many hours, and what is due by then published. */
    wait: async (hours: number) => {
      site.clock.advance(hours * HOUR_MS)
      return publishDue(site.ctx)
    },
    rows: (): Promise<ScheduledPost[]> => site.ctx.db('scheduled_posts').orderBy('id'),
    titles: async () => (await site.visitor().get('/free')).texts('.t'),
    list: async (person: Person) => (await person.agent.get('/me/scheduled')).texts('.kept > li'),
  }
}
