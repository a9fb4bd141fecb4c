import { createRandom } from '../../../src/corpus/random.ts'
import { nameIdsOf } from '../../../src/features/visits/visit-names.service.ts'
import type { Site } from '../../support/site.ts'

export interface DrawnVisit {
  class: 'person' | 'suspected' | 'declared'
  member: 0 | 1
  cameBefore: 0 | 1
  hour: number
  facts: Record<string, string | null>
  pages: { name: string; boardId: number | null; postId: number | null; hour: number; views: number; firstAt: Date; lastAt: Date }[]
}

const kinds = ['search', 'social', 'direct'] as const

/** Visits as nobody would plan them, drawn by a seed and written as rows. */
export async function drawVisits(site: Pick<Site, 'ctx'>, day: string, seed: number, count: number): Promise<DrawnVisit[]> {
  const random = createRandom(seed)
  const names = ['/', '/popular', ...Array.from({ length: 12 }, (_, index) => `/b${1 + (index % 3)}/${index}`)]
  const idOf = await nameIdsOf(site.ctx, names)
  const visits = Array.from({ length: count }, (): DrawnVisit => {
    const facts: Record<string, string | null> = {
      ...{ referrerKind: random.pick(kinds), referrer: random.chance(0.5) ? `d${random.below(9)}.example` : null, referrerPage: null },
      ...{ words: random.chance(0.2) ? random.pick(['가', '나']) : null, campaign: null, browser: random.pick(['A', 'B']), system: 'S' },
      ...{ device: random.pick(['phone', 'desk']), language: random.pick(['ko', 'en', '']), app: null, bot: null },
    }
    const read = names.filter(() => random.chance(0.2))
    const pages = read.map((name) => {
      const post = /^\/b(\d)\/(\d+)$/.exec(name)
      const first = random.below(80_000)
      const moments = [first, first + random.below(6_000)].map((second) => new Date(Date.parse(`${day}T00:00:00Z`) + second * 1_000))
      const place = { boardId: post ? Number(post[1]) : null, postId: post ? 100 + Number(post[2]) : null }
      return { name, ...place, hour: random.below(24), views: 1 + random.below(4), firstAt: moments[0] as Date, lastAt: moments[1] as Date }
    })
    const visitClass = random.pick(['person', 'person', 'person', 'suspected', 'declared'] as const)
    return {
      class: visitClass,
      member: random.chance(0.3) ? 1 : 0,
      cameBefore: random.chance(0.5) ? 1 : 0,
      hour: random.below(24),
      facts,
      pages,
    }
  })
  const idOfVisit = (index: number) => Buffer.from(String(index).padStart(16, '0'))
  await site.ctx.db('visits').insert(
    visits.map(({ pages: _, facts, ...visit }, index) => ({
      ...{ day, visitor: idOfVisit(index), createdAt: new Date(`${day}T05:00:00Z`), proved: 1, ...visit, facts: JSON.stringify(facts) },
    })),
  )
  const pages = visits.flatMap((visit, index) =>
    visit.pages.map(({ name, ...page }) => ({ day, visitor: idOfVisit(index), pageId: idOf(name), ...page })),
  )
  await site.ctx.db('visit_pages').insert(pages)
  const visitors = visits.filter((visit) => visit.class === 'person').length
  await site.ctx.db('visit_days').insert({ day, visitors })
  return visits
}
