import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { publicAddresses } from './address-corpus.ts'

/** What the recorder in the same process can't see: packets to 10.0.0.1, 169.254.169.254 and the like, which would leave this machine. */
const canUnshare =
  spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0
    ? true
    : 'needs root, `unshare` and `ip` (iproute2), and the right to make a network namespace'

test.skipIf(canUnshare !== true)(
  'in a network of its own, nothing arrives at a forbidden address by 800 spellings, nor by 5,000 made at random',
  async () => {
    const program = join(import.meta.dirname, 'in-namespace.ts')
    const { stdout } = await promisify(execFile)('unshare', ['--net', process.execPath, program], {
      timeout: 60_000,
      maxBuffer: 16 * 2 ** 20,
    })
    const { traps, unguarded, open, direct, redirected, rebound } = JSON.parse(stdout) as Record<string, string[]> & { traps: number }
    expect(traps).toBeGreaterThan(800)
    expect(unguarded).toEqual(['169.254.169.254', '10.0.0.1', '64:ff9b::a00:1', '::127.0.0.1'])
    expect(open).toEqual(publicAddresses)
    expect(direct).toEqual([])
    expect(new Set(redirected)).toEqual(new Set(['8.8.8.8']))
    expect(redirected?.length).toBeGreaterThanOrEqual(traps)
    expect(new Set(rebound)).toEqual(new Set(['8.8.8.8']))
  },
  90_000,
)

if (canUnshare !== true) test.skip(`skipped above: ${canUnshare}`, () => undefined)
