import type { Reader } from '../../context.ts'
import { ruleOf } from '../visits/ledger.policy.ts'
import type { Cell, Column } from './section.types.ts'
import type { CountedDay, Statistics } from './statistics.types.ts'

const names = ['statistics.way.page', 'statistics.way.request', 'statistics.way.both'] as const

export interface Ways {
  /** None where every day was counted in one way: the note says which. */
  columns: Column[]
  cells(day: CountedDay | undefined): Cell[]
  note: string
}

/** By which of the ledger's rules each day was counted. Of an imported day nobody here knows. */
export function waysOf({ t }: Reader, { days }: Statistics): Ways {
  const used = new Set(days.filter(({ importId }) => importId === null).map(ruleOf))
  const [rule = 1] = used
  if (used.size <= 1) return { columns: [], cells: () => [], note: t(`statistics.ways.${rule === 2 ? 'request' : 'page'}`) }
  return {
    columns: [{ label: t('statistics.way'), kind: 'text' }],
    cells: (day) => {
      const name = day?.importId === null && names[ruleOf(day) - 1]
      return [name ? t(name) : null]
    },
    note: t('statistics.ways.mixed'),
  }
}
