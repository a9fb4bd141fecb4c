import { expect, test } from 'vitest'
import { bufferPool } from '../../src/private-servers/buffer-pool.ts'

const GB = 1024 ** 3

test.each([
  [0.5, '256M', 8],
  [2, '256M', 8],
  [3.9, '384M', 5],
  [8, '1024M', 2],
  [64, '2048M', 1],
])('a machine of %s GB keeps %s of its tables in memory, and reads twenty megabytes again at a start', (memory, size, share) => {
  expect(bufferPool(memory * GB)).toEqual([`--innodb-buffer-pool-size=${size}`, `--innodb-buffer-pool-dump-pct=${share}`])
})
