import { dayOf } from '../../../src/lib/time/zone.ts'

/**
 * What the counter has to say, kept on paper: the rule of a visitor in the fewest words, without a database, batches, or two nodes that know
 * nothing of each other.
 */

interface Visit {
  class: 'person' | 'suspected' | 'declared'
  at: number
  proved: boolean
  views: number
}

/** Who asked: `known` is the id of a cookie that the site had given, `given` the id of the one it gave with this answer. */
export interface Asked {
  at: number
  known: string | null
  given: string | null
  /** Address and browser. */
  origin: string
}

interface PaperDay {
  visits: Map<string, Visit>
  /** Whose visit an address and agent stand for. */
  origins: Map<string, string>
  /** Who asked for a file before any page of theirs. */
  early: Set<string>
  closed: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export function createPaperLedger(zone: string) {
  const days = new Map<string, PaperDay>()
  const givenAt = new Map<string, number>()
  const dayAt = (at: number) => dayOf(new Date(at), zone)

  function open(day: string) {
    const found = days.get(day) ?? {
      visits: new Map<string, Visit>(),
      origins: new Map<string, string>(),
      early: new Set<string>(),
      closed: false,
    }
    days.set(day, found)
    return found
  }

  /** The visit of a browser that says who it is, or that of its address and agent. */
  function find(day: string, { known, origin }: Asked): Visit | undefined {
    const of = days.get(day)
    return of?.visits.get(known ?? of.origins.get(origin) ?? '')
  }

  function begin(day: string, asked: Asked, visit: Omit<Visit, 'proved' | 'views'>): Visit {
    const { visits, origins } = open(day)
    const id = asked.known ?? asked.given ?? asked.origin
    const begun = { ...visit, proved: false, views: 0 }
    visits.set(id, begun)
    if (asked.known === null) origins.set(asked.origin, id)
    return begun
  }

  function prove(visit: Visit): void {
    visit.proved = true
    if (visit.class === 'suspected') visit.class = 'person'
  }

  return {
    page(asked: Asked, { bot = false, drawn = false } = {}): void {
      const day = dayAt(asked.at)
      if (asked.given !== null) givenAt.set(asked.given, asked.at)
      const visit = find(day, asked) ?? begin(day, asked, { class: bot ? 'declared' : 'person', at: asked.at })
      visit.views += 1
      // Only a browser draws a page that it fetched ahead.
      if (drawn || open(day).early.has(asked.known ?? asked.origin)) prove(visit)
    },
    /** The file of a page that gave the cookie a moment ago stands for that page. */
    file(asked: Asked): void {
      const given = asked.known === null ? undefined : givenAt.get(asked.known)
      const ofItsPage = given !== undefined && asked.at - given < 10 * MINUTE
      const day = dayAt(ofItsPage ? given : asked.at)
      const visit = find(day, asked) ?? (ofItsPage ? begin(day, asked, { class: 'person', at: given }) : undefined)
      if (visit) prove(visit)
      else open(day).early.add(asked.known ?? asked.origin)
    },
    halfAnHourIsOver(now: number): void {
      for (const [day, { visits }] of days)
        if (day >= dayAt(now - 3 * HOUR))
          for (const visit of visits.values())
            if (visit.class === 'person' && !visit.proved && visit.at < now - 30 * MINUTE) visit.class = 'suspected'
    },
    close(now: number): void {
      for (const [day, of] of days) {
        if (day >= dayAt(now - 4 * HOUR) || of.closed) continue
        of.closed = true
        for (const visit of of.visits.values()) if (visit.class === 'person' && !visit.proved) visit.class = 'suspected'
      }
    },
    days: () =>
      [...days]
        .filter(([, { visits }]) => visits.size > 0)
        .map(([day, { visits, closed }]) => {
          const of = (kind: Visit['class']) => [...visits.values()].filter((visit) => visit.class === kind)
          const views = (kinds: Visit[]) => kinds.reduce((sum, visit) => sum + visit.views, 0)
          return {
            ...{ day, closed, visitors: of('person').length, pageViews: views(of('person')) },
            ...{ declaredBots: of('declared').length, suspectedBots: of('suspected').length },
            botViews: views([...of('declared'), ...of('suspected')]),
          }
        })
        .sort((one, other) => (one.day < other.day ? -1 : 1)),
  }
}
