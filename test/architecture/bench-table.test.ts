import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withTable } from '../../bench/readme.ts'
import { readReport } from '../../bench/report.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/bench')

test('the table of the README is that of the newest report', () => {
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1)
  expect(newest).toBeDefined()
  const report = readReport(join(folder, newest ?? ''))
  expect(report.quick).toBe(false)
  expect(report.findings.length).toBeGreaterThan(30)
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(withTable(readme, report)).toBe(readme)
})
