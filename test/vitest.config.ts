import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './support/long-first.ts'

const root = join(import.meta.dirname, '..')
/** For what hangs: how long work takes where three workers share two cores is chance. What must be quick says so where it is measured. */
const limits = { testTimeout: 60_000, hookTimeout: 120_000, teardownTimeout: 60_000, expect: { poll: { timeout: 30_000 } } }
const inSites = ['features', 'guest-pages', 'browser'].map((folder) => `test/${folder}/**/*.test.ts`)

/** Each worker has a database of its own on the one private server. How many workers: of a small machine, with two cores. */
export default defineConfig({
  root,
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongFirst },
    teardownTimeout: limits.teardownTimeout,
    projects: [
      // Through the door of a site that each file opens for itself, in a process that has the site's code already: reading and compiling it anew
      // was a third of what these files took. One worker more than cores, for they wait a little.
      { root, test: { ...limits, name: 'sites', include: inSites, isolate: false, maxWorkers: 3, sequence: { groupOrder: 0 } } },
      // A process for each file: what takes processes apart, races them, or needs no site at all. Half of their time they wait.
      {
        root,
        test: { ...limits, name: 'alone', include: ['test/**/*.test.ts'], exclude: inSites, maxWorkers: 4, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
