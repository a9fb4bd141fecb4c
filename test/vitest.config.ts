import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './support/long-first.ts'

const root = join(import.meta.dirname, '..')
const shared = { root, pool: 'forks', testTimeout: 20_000, hookTimeout: 60_000, teardownTimeout: 60_000 } as const
const features = ['test/features/**/*.test.ts', 'test/guest-pages/**/*.test.ts']

export default defineConfig({
  root,
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // Each worker has a database of its own on the one private server. One more than a small machine has cores: tests of the whole site
    // wait a third of their time, for what is written behind a page, for processes that end, for a browser that has drawn.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    teardownTimeout: shared.teardownTimeout,
    projects: [
      { root, test: { ...shared, name: 'whole', include: ['test/**/*.test.ts'], exclude: features } },
      // Through the HTTP door of a site that each file opens for itself, in a process that has the site's code already: reading and compiling it
      // anew was a third of what these files took. Nothing of a site is kept in its modules, which these tests prove besides.
      { root, test: { ...shared, name: 'features', include: features, isolate: false } },
    ],
  },
})
