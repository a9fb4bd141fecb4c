/**
 * `npm test`: types, style, then every test on a real MariaDB and Redis. Each step has a time limit; the last line is
 * `N passed, N failed`. What follows `--` is handed to vitest: `npm test -- test/features/posts`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
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
const failures = []
for (const [name, command, args, minutes] of checks) {
  const ok = await runStep(name, join(root, 'node_modules/.bin', command), args, { minutes, cwd: root })
  if (ok) passed++
  else {
    failed++
    failures.push(`${name}: see what it said above`)
  }
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
const counts = readReport(report)
rmSync(reportFolder, { recursive: true, force: true })
passed += counts.passed
// An error outside of any test fails the run without failing a test.
failed += ok ? counts.failed : Math.max(counts.failed, 1)

for (const line of [...failures, ...counts.failures]) console.log(`FAILED  ${line}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && counts.passed > 0 ? 0 : 1)

/** A file that could not even be loaded holds no failed test, yet is a failure. What failed is named again at the end, where it is looked for. */
function readReport(path) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
    const failures = testResults.flatMap((file) => {
      const tests = file.assertionResults.filter((test) => test.status === 'failed')
      const failed = tests.map((test) => ({ name: test.fullName, message: test.failureMessages.join('\n') }))
      const unloaded = file.status === 'failed' && failed.length === 0
      const all = unloaded ? [{ name: 'could not be loaded', message: file.message }] : failed
      return all.map(({ name, message }) => `${relative(root, file.name)}: ${name}: ${message.slice(0, 600).replace(/\s+/g, ' ')}`)
    })
    return { passed: numPassedTests, failed: failures.length, failures }
  } catch (error) {
    return { passed: 0, failed: 1, failures: [`no report of the tests: ${error.message}`] }
  }
}
