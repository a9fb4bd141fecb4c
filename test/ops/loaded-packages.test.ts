import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '../support/loaded-packages.ts')

/** Each takes tens of milliseconds of every start and megabytes of every process, for what most readers never ask. */
const whenNeeded = ['sharp', 'fontkit', 'highlight.js', 'sanitize-html', 'nodemailer', 'feedsmith', 'file-type', 'esbuild']

test.each([
  { of: 'a web process', modules: ['app.ts', 'open-context.ts'], others: ['bullmq'] },
  { of: 'the worker', modules: ['schedule.ts', 'open-context.ts'], others: [] },
])('the first page does not wait for what pictures, code, feeds and mails need: $of loads it when it is asked for', async (process) => {
  for (const module of process.modules) {
    const loaded = await packagesOf(module)
    expect(loaded.length).toBeGreaterThan(10)
    expect([...whenNeeded, ...process.others].filter((name) => loaded.includes(name))).toEqual([])
  }
})

async function packagesOf(module: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, module])
  return JSON.parse(stdout)
}
