import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { frugalMalloc, frugalNode } from '../../src/supervisor/frugal-node.ts'

const run = promisify(execFile)

test.each(['web', 'worker'] as const)(
  'this Node knows the limits that the %s is started with: it would refuse to start with others',
  async (kind) => {
    const young = '(await import("node:v8")).getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size'
    const litter = 'for (let n = 0, kept = []; n < 3e6; n += 1) kept[n % 2e5] = { n }'
    const script = `${litter}; process.stdout.write(String(${young}))`
    const { stdout } = await run(process.execPath, [...frugalNode(kind), '--input-type=module', '-e', script], {
      env: { ...process.env, ...frugalMalloc },
    })
    expect(Number(stdout)).toBeLessThan(20 * 1024 * 1024)
  },
)

test('code that an update changed is never run as it was kept, not even where its length and time are the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'madang-compiled-'))
  const script = join(folder, 'told.ts')
  const told = async (words: string) => {
    writeFileSync(script, `const words: string = '${words}'\nprocess.stdout.write(words)\n`)
    utimesSync(script, 1_700_000_000, 1_700_000_000)
    const { stdout } = await run(process.execPath, [script], { env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'kept') } })
    return stdout
  }
  try {
    expect(await told('before')).toBe('before')
    expect(await told('before')).toBe('before')
    expect(await told('behind')).toBe('behind')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
