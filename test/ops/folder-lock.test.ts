import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holderOf, lockFolder } from '../../src/lib/process/folder-lock.ts'
import { startOf } from '../../src/lib/process/process-identity.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'madang-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const heldBy = (pid: number, start: string) => writeFileSync(join(dir, 'lock'), JSON.stringify({ pid, start, what: 'the site' }))

/** Another process that locks the folder, says whether it got it, and holds it until its input ends. */
async function contender(): Promise<{ got: boolean; end: () => void }> {
  const script = `
    import { lockFolder } from '${join(import.meta.dirname, '../../src/lib/process/folder-lock.ts')}'
    const lock = lockFolder('${dir}', 'a contender')
    console.log('heldBy' in lock ? 'refused' : 'got')
    for await (const _ of process.stdin);`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
  return { got: said === 'got', end: () => child.stdin.end() }
}

test('a second one is refused, and told by whom the folder is used', () => {
  const first = lockFolder(dir, 'the site')
  expect(lockFolder(dir, 'madang migrate')).toEqual({ heldBy: expect.objectContaining({ pid: process.pid, what: 'the site' }) })
  expect(holderOf(dir)).toMatchObject({ what: 'the site' })
  if ('release' in first) first.release()
  expect(holderOf(dir)).toBeNull()
  expect(readdirSync(dir)).toEqual([])
})

test.each([
  ['whose process is gone', () => heldBy(2 ** 22 + 5, '1')],
  ['whose process id is now another process', () => heldBy(process.pid, '1')],
  ['that a full disk left empty', () => writeFileSync(join(dir, 'lock'), '')],
])('a lock %s is no obstacle', (_, leave) => {
  leave()
  expect('release' in lockFolder(dir, 'the site')).toBe(true)
  expect(readdirSync(dir)).toEqual(['lock'])
})

test('of eight processes that find a dead holder at once, exactly one gets the folder', async () => {
  heldBy(process.pid, `${startOf(process.pid)}0`)
  const contenders = await Promise.all(Array.from({ length: 8 }, contender))
  expect(contenders.filter(({ got }) => got)).toHaveLength(1)
  for (const { end } of contenders) end()
})
