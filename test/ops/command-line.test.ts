import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVarDir } from './running-site.ts'

const cli = join(import.meta.dirname, '../../src/cli/madang.ts')
let varDir: string
beforeAll(() => {
  varDir = aVarDir()
})
afterAll(() => rmSync(varDir, { recursive: true, force: true }))

function madang(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  // Not vitest's own environment: it sets a BASE_URL.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, VAR_DIR: varDir, DATABASE_URL: '', REDIS_URL: '' }
  return new Promise((resolve) =>
    execFile(process.execPath, [cli, ...args], { env, timeout: 60_000 }, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    ),
  )
}

test('--help lists the commands with what each does', async () => {
  const { status, out } = await madang('--help')
  expect(status).toBe(0)
  for (const name of ['migrate', 'create-owner', 'demo', 'corpus', 'counts:check', 'render:refresh', 'routes'])
    expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
})

test('an unknown command is named, with the list and status 2', async () => {
  expect(await madang('migrat')).toMatchObject({ status: 2, err: expect.stringMatching(/no command "migrat"[\s\S]*migrate /) })
})

test('each command explains itself', async () => {
  const { status, out } = await madang('migrate', '--help')
  expect([status, out]).toEqual([0, expect.stringContaining('npm run madang -- migrate')])
})

test('routes tells each door with its method, path and access', async () => {
  const { status, out } = await madang('routes')
  expect(status).toBe(0)
  const doors = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(doors.length).toBeGreaterThan(20)
  for (const door of doors)
    expect(door).toMatchObject({ method: expect.any(String), path: expect.stringMatching(/^\//), access: expect.any(String) })
})

test('without a running site a command brings its own servers; two at once take turns', { timeout: 60_000 }, async () => {
  const runs = await Promise.all([madang('migrate'), madang('migrate')])
  expect(
    runs.map(({ status }) => status),
    JSON.stringify(runs),
  ).toEqual([0, 0])
  const outs = runs.map(({ out }) => out)
  expect(outs.filter((out) => /ran \d{8}_\d{4}_/.test(out))).toHaveLength(1)
  expect(outs).toContain('The database is up to date.\n')
})
