import type { Request } from 'autocannon'
import type { Bench } from './bench.types.ts'
import { costOf } from './costs.ts'
import { drive } from './drive.ts'
import type { Finding } from './findings.ts'
import { sideBySide } from './side-by-side.ts'

/** A page of the site beside an answer of the Express floor, and what one request of it costs. */
export async function besideExpress(
  { site, floors, paced }: Bench,
  about: Pick<Finding, 'name'> & { goal?: Finding['goal'] | null },
  request: () => Request,
  floor: { name: string; path: string },
): Promise<Finding> {
  const driven = { url: site.url, request }
  const {
    figure,
    floor: beside,
    ratio,
    failures,
  } = await sideBySide(driven, { url: floors.express, request: () => ({ path: floor.path }) }, paced)
  const cost = await costOf(site, () => drive({ ...driven, connections: paced.connections, seconds: paced.seconds }))
  const { name, goal } = about
  return { name, figure, unit: '/s', floor: { name: floor.name, figure: beside }, ratio, ...(goal ? { goal } : {}), cost, failures }
}
