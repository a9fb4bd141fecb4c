import type { Logger } from '../../lib/log.ts'
import { type Entry, hourOf } from './visit-line.types.ts'
import type { Gap } from './visits.types.ts'

export interface Gaps {
  /** It could not be kept. */
  add(entry: Entry): void
  /** All that is not told yet, to be written: what is not written after all comes back by `putBack`. */
  take(): Gap[]
  putBack(gaps: readonly Gap[]): void
}

/** Page views for which there was no room, by the hour: shown as a gap, never invented afterwards. */
export function createGaps(log: Logger): Gaps {
  const hours = new Map<string, Gap>()
  const add = ({ day, hour, lost }: Gap) => {
    const gap = hours.get(`${day} ${hour}`)
    if (gap) gap.lost += lost
    else hours.set(`${day} ${hour}`, { day, hour, lost })
  }
  return {
    add(entry) {
      if (!('visit' in entry) || entry.visit.page === null) return
      if (hours.size === 0) log.error('visits are lost: there is no room for them, or their day is closed')
      add({ ...hourOf(entry), lost: 1 })
    },
    take() {
      const taken = [...hours.values()]
      hours.clear()
      return taken
    },
    putBack: (gaps) => gaps.forEach(add),
  }
}
