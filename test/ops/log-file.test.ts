import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLogFile } from '../../src/supervisor/log-file.ts'

const MB = 1024 * 1024

test('logs never take more than five files of ten megabytes, and the newest lines are in the first', () => {
  const dir = mkdtempSync(join(tmpdir(), 'madang-log-'))
  const path = join(dir, 'web.log')
  const log = openLogFile(path)
  for (let number = 0; number < 70; number++) log.write(Buffer.concat([Buffer.from(`${number}\n`), Buffer.alloc(MB)]))
  expect(readdirSync(dir).sort()).toEqual(['web.log', 'web.log.1', 'web.log.2', 'web.log.3', 'web.log.4'])
  for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(10 * MB)
  expect(readFileSync(path, 'latin1')).toContain('69\n')
  // Opened again it goes on where it was.
  const size = statSync(path).size
  openLogFile(path).write(Buffer.from('more'))
  expect(statSync(path).size).toBe(size + 4)
  rmSync(dir, { recursive: true })
})
