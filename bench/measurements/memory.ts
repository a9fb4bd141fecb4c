import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench } from '../bench.types.ts'
import { drive } from '../drive.ts'
import type { Finding } from '../findings.ts'
import { get, inTurn } from '../readers.ts'
import { spread } from '../spread.ts'
import { lastPage } from './guests.ts'

const BROTLI = { 'accept-encoding': 'gzip, deflate, br' }
const SETTLES_MS = { quick: 1_000, whole: 5_000 }
/** On a machine that is too slow for all of them. */
const ASKED_FOR_MS = { quick: 4_000, whole: 10 * 60_000 }
/** Until kept pages fill their budget and code is compiled, memory grows as it should. */
const WARM_UP_SHARE = 0.3

/**
 * A site that was just started, idle; then its web process under a million requests of guests for a thousand pages. Views of posts empty what
 * is kept: after a part of the warm-up each guest has read each post, and pages stay as they do on a quiet evening.
 */
export async function measureMemory(bench: Bench): Promise<Finding[]> {
  const { site, quick } = bench
  await site.restart()
  await sleep(quick ? SETTLES_MS.quick : SETTLES_MS.whole)
  const { web, worker, mariadb, redis } = site.pids()
  const idle = { web: web.reduce((sum, pid) => sum + rssMb(pid), 0), worker: rssMb(worker), MariaDB: rssMb(mariadb), Redis: rssMb(redis) }
  const parts = Object.entries(idle).map(([name, mb]) => `${name} ${mb.toFixed(0)}`)
  const readings = await readWhileAsked(bench, quick ? 5_000 : 1_000_000)
  const last = readings.at(-1) ?? { asked: 0, mb: Number.NaN }
  const warm = readings.filter(({ asked }) => asked > last.asked * WARM_UP_SHARE)
  const goal = (atMost: number) => (quick ? {} : { goal: { atMost } })
  const total = Object.values(idle).reduce((sum, mb) => sum + mb, 0)
  return [
    { name: 'idle site (web, worker, MariaDB, Redis)', figure: total, unit: 'MB', ...goal(600), note: parts.join(', ') },
    { name: `web process after ${last.asked.toLocaleString('en')} requests`, figure: last.mb, unit: 'MB', ...goal(200) },
    // Of a few hundred requests it would say nothing.
    ...(quick ? [] : [{ name: 'its growth each 100,000 requests', figure: slope(warm) * 100_000, unit: 'MB', ...goal(1) } as const]),
    { name: 'MariaDB after them', figure: rssMb(mariadb), unit: 'MB' },
  ]
}

interface Reading {
  asked: number
  mb: number
}

async function readWhileAsked(bench: Bench, requests: number): Promise<Reading[]> {
  const { site, paced, quick } = bench
  const reader = inTurn(bench.guests)
  const pages = spread(1, Math.min(lastPage(bench), 200))
  const posts = spread(1, Math.min(bench.posts, 800))
  const paths = inTurn([() => '/', () => '/free', () => `/free?page=${pages()}`, () => `/free/${posts()}`])
  const readings: Reading[] = []
  const until = performance.now() + (quick ? ASKED_FOR_MS.quick : ASKED_FOR_MS.whole)
  for (let asked = 0; asked < requests && performance.now() < until; ) {
    const request = () => get(paths()(), reader(), BROTLI)
    asked += (await drive({ url: site.url, connections: paced.connections, seconds: quick ? 2 : 5, request })).answers
    readings.push({ asked, mb: Math.max(...site.pids().web.map(rssMb)) })
  }
  return readings
}

function rssMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

/** Of the line that lies nearest to all readings, in MB a request. */
function slope(readings: readonly Reading[]): number {
  const mean = (of: (reading: Reading) => number) => readings.reduce((sum, reading) => sum + of(reading), 0) / readings.length
  const asked = mean((reading) => reading.asked)
  const mb = mean((reading) => reading.mb)
  const over = readings.reduce((sum, reading) => sum + (reading.asked - asked) * (reading.mb - mb), 0)
  const under = readings.reduce((sum, reading) => sum + (reading.asked - asked) ** 2, 0)
  return under === 0 ? 0 : over / under
}
