import type { Floors } from './floors.ts'
import type { BenchMember, BenchReader } from './readers.ts'
import type { Paced } from './side-by-side.ts'
import type { BenchSite } from './site.ts'

/** What a measurement is given. */
export interface Bench {
  site: BenchSite
  floors: Floors
  guests: readonly BenchReader[]
  members: readonly BenchMember[]
  /** Posts in the large board, `free`. */
  posts: number
  paced: Paced
  quick: boolean
}
