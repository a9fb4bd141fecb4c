import type { Finding } from './findings.ts'
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
  /** Folder of all corpora. */
  corpora: string
  paced: Paced
  quick: boolean
}

export type Measurement = (bench: Bench) => Promise<Finding[]>
