import { parseArgs } from 'node:util'
import { pinOurselves } from './cores.ts'
import { corpusOf } from './corpora.ts'
import { type Finding, tableOf } from './findings.ts'
import { startFloors } from './floors.ts'
import { measureMadePages } from './measurements/cold.ts'
import { measureGuests } from './measurements/guests.ts'
import { measureMemory } from './measurements/memory.ts'
import { measurePhone } from './measurements/phone.ts'
import { measureStart } from './measurements/start.ts'
import { measureWrites } from './measurements/writes.ts'
import { guestsOf, membersOf } from './readers.ts'
import { startSite } from './site.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, corpus: { type: 'string', default: 'var/bench' }, only: { type: 'string' } },
})
const quick = values.quick
const posts = quick ? 10_000 : 1_000_000
const say = (line: string) => console.error(line)

pinOurselves()
const corpus = await corpusOf(values.corpus, posts, 1, say)
const site = await startSite({ varDir: corpus.varDir })
const floors = await startFloors(site.databaseUrl)
try {
  const bench = {
    site,
    floors,
    posts,
    quick,
    guests: await guestsOf(site.url, 50),
    members: await membersOf(site.url, quick ? 20 : 100),
    paced: quick ? { rounds: 1, seconds: 1, connections: 20 } : { rounds: 3, seconds: 1, connections: 20 },
  }
  const found: Finding[] = []
  const all = {
    guests: measureGuests,
    made: measureMadePages,
    writes: measureWrites,
    phone: measurePhone,
    memory: measureMemory,
    start: measureStart,
  }
  for (const [name, measure] of Object.entries(all)) {
    if (values.only && values.only !== name) continue
    say(name)
    found.push(...(await measure(bench)))
    console.log(tableOf(found))
  }
} finally {
  await floors.stop()
  await site.stop()
}
process.exit(0)
