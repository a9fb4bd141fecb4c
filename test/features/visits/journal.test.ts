import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type JournalLimits, openVisitJournal } from '../../../src/features/visits/visit-journal.service.ts'
import { type Entry, entryOf, lineOf } from '../../../src/features/visits/visit-line.types.ts'
import { createLog } from '../../../src/lib/log.ts'

let varDir: string
beforeEach(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'madang-journal-'))
})
afterEach(() => rm(varDir, { recursive: true, force: true }))

const limits: JournalLimits = { segment: 3, disk: 10_000, memory: 6 }
const open = (dir = varDir, changes: Partial<JournalLimits> = {}) =>
  openVisitJournal({ config: { varDir: dir } as never, log: createLog('silent', 'test') }, { ...limits, ...changes })
const entry = (name: string): Entry => ({ happening: { day: '2026-11-24', hour: 12, kind: 'search', name } })
const nameOf = (each: Entry) => ('happening' in each ? each.happening.name : '')

async function takeAll(journal: ReturnType<typeof open>): Promise<string[]> {
  const names: string[] = []
  for (let segment = await journal.take(); segment; segment = await journal.take()) {
    names.push(...segment.entries.map(nameOf))
    await journal.done(segment)
  }
  return names
}

const files = async () => {
  const folders = await readdir(join(varDir, 'visits'))
  return (await Promise.all(folders.map((folder) => readdir(join(varDir, 'visits', folder)))))
    .flat()
    .filter((name) => name.endsWith('.jsonl'))
}

test('what was kept comes out in order, and is gone from the disk when it is done', async () => {
  const journal = open()
  for (const name of 'abcdefgh') expect(journal.add(entry(name))).toBe(true)
  expect(await files()).toHaveLength(3)
  expect((await takeAll(journal)).join('')).toBe('abcdefgh')
  expect(await files()).toEqual([])
  journal.close()
})

test('more than memory should hold waits on the disk alone', async () => {
  const journal = open(varDir, { memory: 3 })
  const names = Array.from({ length: 30 }, (_, index) => String(index))
  for (const name of names) journal.add(entry(name))
  expect(await takeAll(journal)).toEqual(names)
  journal.close()
})

test('the disk is not filled: what has no room is refused', () => {
  const journal = open(varDir, { disk: 500 })
  const kept = Array.from({ length: 100 }, (_, index) => journal.add(entry(`word ${index}`))).filter(Boolean)
  expect(kept.length).toBeGreaterThan(3)
  expect(kept.length).toBeLessThan(20)
  journal.close()
})

test('where the disk takes nothing, memory does, as far as it goes', async () => {
  await writeFile(join(varDir, 'file'), '')
  const journal = open(join(varDir, 'file'), { memory: 4 })
  const kept = 'abcdefgh'.split('').map((name) => journal.add(entry(name)))
  expect(kept.filter(Boolean)).toHaveLength(4)
  expect((await takeAll(journal)).join('')).toBe('abcd')
})

test('who lives keeps theirs; what a process left is taken over once, under the mark that it had', async () => {
  const gone = open()
  for (const name of 'ab') gone.add(entry(name))
  const other = open()
  await other.adopt()
  expect(other.waiting).toBe(false)
  const mark = (await gone.take())?.mark
  gone.close()
  await appendFile(join(varDir, 'visits', (await readdir(join(varDir, 'visits')))[0] ?? '', `${mark}.jsonl`), '{"happening":{"day":"2026-')
  await other.adopt()
  await other.adopt()
  const segment = await other.take()
  expect(segment?.mark).toBe(mark)
  expect((await takeAll(other)).join('')).toBe('ab')
  await other.adopt()
  expect(await files()).toEqual([])
  other.close()
})

test('a line that is no visit is none, whatever it says', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => void expect(() => entryOf(line)).not.toThrow()))
  expect(entryOf(lineOf(entry('자전거')))).toEqual(entry('자전거'))
})
