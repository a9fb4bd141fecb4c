import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { GuardedFetch } from '../../../src/lib/fetch/fetch.types.ts'
import { createGuardedFetch } from '../../../src/lib/fetch/guarded-fetch.ts'
import { isPublicAddress } from '../../../src/lib/fetch/public-address.ts'
import { insideAddresses, moreTraps, publicAddresses, trapsOn } from './address-corpus.ts'
import { startDnsStub } from './dns-stub.ts'
import { recordAttempts, sendOn, startPlainServer, startRecorder } from './recorder.ts'

/** Stands for a public machine; every other address of this one must stay unseen. Only Linux has all of 127.0.0.0/8. */
const OUTSIDE = '127.77.0.1'

let recorder: Awaited<ReturnType<typeof startRecorder>>
let sender: Awaited<ReturnType<typeof startPlainServer>>
let dns: Awaited<ReturnType<typeof startDnsStub>>
let watched: ReturnType<typeof recordAttempts>
let guarded: GuardedFetch
/** What names mean, one answer after another; the last one stays. */
const meanings = new Map<string, string[][]>()

beforeAll(async () => {
  recorder = await startRecorder()
  sender = await startPlainServer(OUTSIDE, 0, sendOn)
  dns = await startDnsStub((name) => {
    const answers = meanings.get(name) ?? [[]]
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? []
  })
  guarded = createGuardedFetch({
    userAgent: 'Madang test',
    lookup: dns.lookup,
    letThrough: { addresses: [OUTSIDE], ports: [recorder.port, sender.port] },
  })
})
beforeEach(() => {
  watched = recordAttempts()
  recorder.arrivals.length = 0
  meanings.clear()
})
afterEach(() => watched.stop())
afterAll(() => Promise.all([recorder.close(), sender.close(), dns.close()]))

const traps = () => trapsOn(recorder.port)

async function inTens<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += 10) await Promise.all(items.slice(start, start + 10).map(work))
}

test('the recorders see who does come: unguarded, and let through', async () => {
  for (const host of ['127.0.0.1', '127.1.2.3', '0.0.0.0', '::1', '::ffff:127.0.0.1']) {
    await new Promise((done) => get({ host, port: recorder.port }, (response) => response.resume().on('end', done)))
  }
  expect(watched.attempts).toEqual(['127.0.0.1', '127.1.2.3', '0.0.0.0', '::1', '::ffff:127.0.0.1'])
  expect(recorder.arrivals).toEqual(['127.0.0.1', '127.1.2.3', '127.0.0.1', '::1', '127.0.0.1'])
  expect(await guarded.fetchPage(`http://${OUTSIDE}:${recorder.port}/`)).toMatchObject({ ok: true, text: 'secret' })
  expect(recorder.arrivals.at(-1)).toBe(OUTSIDE)
  expect(traps().length).toBeGreaterThan(700)
})

test('what is public and what is not', () => {
  expect(publicAddresses.filter((address) => !isPublicAddress(address))).toEqual([])
  expect(insideAddresses.filter(isPublicAddress)).toEqual([])
  expect(['', 'localhost', '127.1', '8.8.8.8/8', '2606:4700::1%eth0', ' 8.8.8.8'].filter(isPublicAddress)).toEqual([])
})

describe.skipIf(process.platform !== 'linux')('no spelling of a machine inside', () => {
  test('is asked directly, nor its name looked up', async () => {
    const before = dns.asked()
    const allowed: unknown[] = []
    await inTens([...traps(), ...moreTraps(recorder.port, 5_000)], async ({ url }) => {
      const fetched = await guarded.fetchBytes(url)
      if (fetched.ok || !['address', 'forbidden'].includes(fetched.why)) allowed.push({ url, fetched })
    })
    expect(allowed).toEqual([])
    expect({ attempts: watched.attempts, arrivals: recorder.arrivals, asked: dns.asked() - before }).toEqual({
      attempts: [],
      arrivals: [],
      asked: 0,
    })
  })

  test('is asked when a public site sends us on to it', async () => {
    const arrived: unknown[] = []
    await inTens(traps(), async ({ url }) => {
      const fetched = await guarded.fetchBytes(`http://${OUTSIDE}:${sender.port}/?to=${encodeURIComponent(url)}`)
      if (!fetched.url.startsWith(`http://${OUTSIDE}:${sender.port}/`) && fetched.ok) arrived.push({ url, fetched })
    })
    expect(arrived).toEqual([])
    expect(new Set(watched.attempts)).toEqual(new Set([OUTSIDE]))
    expect(watched.attempts.length).toBeGreaterThan(700 - 50)
    expect(recorder.arrivals).toEqual([])
  })

  test('is asked when a name first means a public machine and then it', async () => {
    const turning = insideAddresses.map((address, index) => ({ address, name: `turn-${index}.example` }))
    for (const { address, name } of turning) meanings.set(name, [[OUTSIDE], [address]])
    const wrong: unknown[] = []
    await inTens(turning, async ({ address, name }) => {
      const first = await guarded.fetchBytes(`http://${name}:${sender.port}/?to=${encodeURIComponent(`http://${name}:${recorder.port}/`)}`)
      const again = await guarded.fetchBytes(`http://${name}:${recorder.port}/`)
      for (const fetched of [first, again]) if (fetched.ok || fetched.why !== 'forbidden') wrong.push({ address, fetched })
    })
    expect(wrong).toEqual([])
    expect(watched.attempts).toEqual(turning.map(() => OUTSIDE))
    expect(recorder.arrivals).toEqual([])
  })

  test('is asked when a name means it beside a public machine, in whatever order', async () => {
    meanings.set('both.example', [[OUTSIDE, '127.0.0.1']])
    meanings.set('turned.example', [['10.0.0.1', OUTSIDE]])
    meanings.set('six.example', [[OUTSIDE, '::1']])
    meanings.set('none.example', [[]])
    for (const name of ['both', 'turned', 'six']) {
      expect(await guarded.fetchPage(`http://${name}.example:${sender.port}/`)).toMatchObject({ ok: false, why: 'forbidden' })
    }
    expect(await guarded.fetchPage(`http://none.example:${sender.port}/`)).toMatchObject({ ok: false, why: 'unreachable' })
    expect(watched.attempts).toEqual([])
  })
})

test('a name that is never answered ends with the time that was given', async () => {
  const silent = await startDnsStub(() => null)
  const { fetchPage } = createGuardedFetch({ userAgent: 'Madang test', lookup: silent.lookup })
  const startedAt = performance.now()
  expect(await fetchPage('http://silent.example/', { timeoutMs: 300 })).toMatchObject({ ok: false, why: 'timeout' })
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  await silent.close()
  await sleep(10)
})
