import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, Measurement } from './bench.types.ts'
import { compareRevisions } from './compare.ts'
import { pinOurselves } from './cores.ts'
import { corpusOf } from './corpora.ts'
import { type Finding, holds, tableOf } from './findings.ts'
import { startFloors } from './floors.ts'
import { measureFreshness } from './measurements/freshness.ts'
import { measureGrowth } from './measurements/growth.ts'
import { measureGuests } from './measurements/guests.ts'
import { measureLive } from './measurements/live.ts'
import { measureMadePages } from './measurements/made-pages.ts'
import { measureMemory } from './measurements/memory.ts'
import { measureMixedDay } from './measurements/mixed.ts'
import { measureOverload } from './measurements/overload.ts'
import { measurePhone } from './measurements/phone.ts'
import { measureSanitise } from './measurements/sanitise.ts'
import { measureStart } from './measurements/start.ts'
import { measureWrites } from './measurements/writes.ts'
import { guestsOf, membersOf } from './readers.ts'
import { writeReadme } from './readme.ts'
import { reportOf, writeReport } from './report.ts'
import { projectRoot, startSite } from './site.ts'

/**
 * `npm run bench`: the site as it runs in production, beside floors in the same minutes. `--quick` in a minute and a half, on ten thousand posts;
 * `--only guests,growth`; `--compare REVISION REVISION`; `--out FILE` for the report, `--readme FILE` puts a report's table into the README.
 * See docs/bench/README.md.
 */
const measurements: Record<string, Measurement> = {
  guests: measureGuests,
  made: measureMadePages,
  growth: measureGrowth,
  // Before the bench writes ten thousand comments below posts of all years: the worker's sums would read those posts on a site called idle.
  memory: measureMemory,
  writes: measureWrites,
  mixed: measureMixedDay,
  freshness: measureFreshness,
  live: measureLive,
  sanitise: measureSanitise,
  // The site is started anew after it.
  overload: measureOverload,
  start: measureStart,
  phone: measurePhone,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    corpora: { type: 'string', default: 'var/bench' },
    only: { type: 'string' },
    out: { type: 'string', default: 'var/bench/report.json' },
    compare: { type: 'boolean', default: false },
    readme: { type: 'string' },
  },
})
const { quick, only, out } = values
const corpora = resolve(projectRoot, values.corpora)
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)

if (values.readme !== undefined) writeReadme(values.readme)
else if (values.compare) await compareRevisions(positionals, corpora, say)
else process.exitCode = await measureAll()
process.exit()

async function measureAll(): Promise<number> {
  pinOurselves()
  const posts = quick ? 10_000 : 1_000_000
  const corpus = await corpusOf(corpora, posts, 1, say)
  const site = await startSite({ varDir: corpus.varDir })
  const floors = await startFloors(site.databaseUrl)
  const troubles: string[] = []
  try {
    const report = await reportOf(site, { quick, posts, corpusPostsPerSecond: corpus.postsPerSecond })
    const bench: Bench = {
      ...{ site, floors, posts, quick, corpora },
      guests: await guestsOf(site.url, 50),
      members: await membersOf(site.url, quick ? 20 : 100),
      paced: quick ? { rounds: 1, seconds: 0.25, connections: 20 } : { rounds: 4, seconds: 1.5, connections: 20 },
    }
    for (const [name, measure] of Object.entries(measurements)) {
      if (only !== undefined && !only.split(',').includes(name)) continue
      say(name)
      const found = await measure(bench).catch((error: Error) => {
        troubles.push(`${name}: ${error.message}`)
        return []
      })
      report.findings.push(...(quick ? found.map(withoutGoal) : found))
      writeReport(out, report)
    }
    console.log(tableOf(report.findings))
    return conclude(report.findings, troubles)
  } finally {
    await floors.stop()
    await site.stop()
  }
}

/** Of ten thousand posts in a second each nothing can be said but that all of it works. */
function withoutGoal({ goal, ...finding }: Finding): Finding {
  return finding
}

function conclude(found: readonly Finding[], troubles: readonly string[]): number {
  const failing = found.filter(({ failures }) => (failures ?? 0) > 0).map(({ name, failures }) => `${name}: ${failures} requests failed`)
  for (const line of [...troubles, ...failing]) console.log(`FAILED  ${line}`)
  for (const { name } of found.filter((finding) => holds(finding) === false)) console.log(`goal not reached: ${name}`)
  const failed = troubles.length + failing.length
  console.log(`${found.length - failing.length} passed, ${failed} failed`)
  return failed === 0 && found.length > 0 ? 0 : 1
}
