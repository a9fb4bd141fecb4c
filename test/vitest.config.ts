import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './support/long-first.ts'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Each worker has a database of its own on the one private server. One more than a small machine has cores: tests of the whole site
    // wait a third of their time, for what is written behind a page, for processes that end, for a browser that has drawn.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 60_000,
  },
})
