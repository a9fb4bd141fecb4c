import type { Bench } from '../bench.types.ts'
import { drive } from '../drive.ts'
import type { Finding } from '../findings.ts'
import { driveOpen } from '../open-loop.ts'
import { get, inTurn } from '../readers.ts'
import { spread } from '../spread.ts'
import { lastPage } from './guests.ts'

/** Who has waited longer has left. */
const PATIENCE_MS = 3_000
const TIMES = 3
/** Each reader brings their own. */
const LINES = 5_000

/** Lists that nobody has asked for, three times as many as can be made: whoever is let in is served as if the others were not there (decision 13). */
export async function measureOverload(bench: Bench): Promise<Finding[]> {
  const { url } = bench.site
  const { quick } = bench
  const guest = inTurn(bench.guests)
  const pages = spread(1, lastPage(bench))
  const request = () => get(`/free?page=${pages()}`, guest())
  const best = await drive({ url, connections: 20, seconds: quick ? 1 : 8, request })
  const kept = await driveOpen({ url, rate: best.rate * TIMES, seconds: quick ? 2 : 30, request, withinMs: PATIENCE_MS, lines: LINES })
  const refused = kept.statuses['503'] ?? 0
  return [
    {
      ...{ name: 'lists asked for three times as fast as they are made', figure: kept.rate, unit: '/s' as const },
      floor: { name: 'all that are made', figure: best.rate },
      ratio: kept.rate / best.rate,
      ...(quick ? {} : { goal: { atLeast: 0.9 } }),
      note: `good within ${PATIENCE_MS / 1_000} s; ${refused.toLocaleString('en')} of ${kept.answers.toLocaleString('en')} were told to come later`,
    },
  ]
}
