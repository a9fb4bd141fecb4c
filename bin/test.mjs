/**
 * `npm test`: types, style, then every test on a real MariaDB and Redis. Each step has a time limit; the last line is
 * `N passed, N failed`. What follows `--` is handed to vitest: `npm test -- test/features/posts`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runStep } from './test/run-step.mjs'

const root = join(import.meta.dirname, '..')
const onMysql = process.argv.includes('--mysql')
const chosen = process.argv.slice(2).filter((argument) => argument !== '--mysql')

if (onMysql && !process.env.DATABASE_URL) {
  console.error('test:mysql needs DATABASE_URL=mysql://user:password@host:port/database of a server whose account may create databases.')
  process.exit(2)
}

const checks = [
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json'], 3],
  ['types of the editor', 'tsc', ['--noEmit', '-p', 'src/editor/tsconfig.json'], 2],
  ['style', 'biome', ['check', '--error-on-warnings'], 2],
]

let passed = 0
let failed = 0
for (const [name, command, args, minutes] of checks) {
  const ok = await runStep(name, join(root, 'node_modules/.bin', command), args, { minutes, cwd: root })
  if (ok) passed++
  else failed++
}

const reportFolder = mkdtempSync(join(tmpdir(), 'madang-report-'))
const report = join(reportFolder, 'report.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const ok = await runStep(
  'tests',
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--config', 'test/vitest.config.ts', ...reporters, ...chosen],
  {
    minutes: 28,
    cwd: root,
  },
)
const counts = readCounts(report)
rmSync(reportFolder, { recursive: true, force: true })
passed += counts.passed
// An error outside of any test fails the run without failing a test.
failed += ok ? counts.failed : Math.max(counts.failed, 1)

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && counts.passed > 0 ? 0 : 1)

/** A file that could not even be loaded holds no failed test, yet is a failure. */
function readCounts(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
