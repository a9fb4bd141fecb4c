import { chromium } from 'playwright-core'
import { chromiumPath } from '../../test/support/chromium-path.ts'
import type { Bench } from '../bench.types.ts'
import { type Finding, median } from '../findings.ts'
import { type FirstVisit, firstVisit, type Line, smallPhone } from '../phone/first-visit.ts'

/** Lighthouse's slow 4G, as the line itself; and as it applies it, where each request waits for a new connection besides. */
const slow4G: Line = { latency: 150, downKbps: 1_638, upKbps: 750 }
const strict4G: Line = { latency: 562, downKbps: 1_474, upKbps: 675 }

const fast: Line = { latency: 0, downKbps: 100_000, upKbps: 100_000 }

const RUNS = 5
const KB = 1_000

/** The first page that somebody sees of the site, on a phone: no file of it has been here before. */
export async function measurePhone({ site, quick }: Pick<Bench, 'site' | 'quick'>): Promise<Finding[]> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-quic'],
  })
  try {
    const visit = async (path: string, line: Line) => {
      const context = await browser.newContext(smallPhone)
      const felt = await firstVisit(await context.newPage(), site.url + path, line)
      await context.close()
      return felt
    }
    const visitsTo = async (path: string, line: Line) => {
      const visits: FirstVisit[] = []
      for (let run = 0; run < (quick ? 1 : RUNS); run += 1) visits.push(await visit(path, line))
      return visits
    }
    const found: Finding[] = []
    for (const [name, path] of [
      ['list', '/free'],
      ['post', await aPostOf(site.url)],
      ['home', '/'],
    ] as const) {
      // What is compressed once is compressed by then, as for all but the first reader of a day.
      if (!quick) await visit(path, fast)
      found.push(...findingsOf(name, await visitsTo(path, slow4G)))
      if (!quick)
        found.push({ ...middle(await visitsTo(path, strict4G), 'lcp'), name: `phone, ${name}: LCP, 562 ms a request`, unit: 'ms' })
    }
    return found
  } finally {
    await browser.close()
  }
}

function findingsOf(page: string, visits: readonly FirstVisit[]): Finding[] {
  const kb = (of: (bytes: Record<string, number>) => number | undefined) => median(visits.map(({ bytes }) => of(bytes) ?? 0)) / KB
  const all = kb((bytes) => Object.values(bytes).reduce((sum, each) => sum + each, 0))
  const name = (what: string) => `phone, ${page}: ${what}`
  return [
    { ...middle(visits, 'lcp'), name: name('LCP'), unit: 'ms', goal: { atMost: 1_800 } },
    { ...middle(visits, 'cls'), name: name('CLS'), unit: '', goal: { atMost: 0 } },
    { ...middle(visits, 'tbt'), name: name('blocked time'), unit: 'ms', goal: { atMost: 100 } },
    { name: name('all bytes'), figure: all, unit: 'KB', goal: { atMost: 120 }, note: `${visits[0]?.paths.length ?? 0} files` },
    { name: name('HTML'), figure: kb(({ Document }) => Document), unit: 'KB' },
    { name: name('CSS'), figure: kb(({ Stylesheet }) => Stylesheet), unit: 'KB', goal: { atMost: 25 } },
    { name: name('JS'), figure: kb(({ Script }) => Script), unit: 'KB', goal: { atMost: 20 } },
    { name: name('fonts'), figure: kb(({ Font }) => Font), unit: 'KB' },
  ]
}

const middle = (visits: readonly FirstVisit[], measure: 'lcp' | 'cls' | 'tbt'): Pick<Finding, 'figure'> => ({
  figure: median(visits.map((visit) => visit[measure])),
})

/** The first that the list shows. */
async function aPostOf(url: string): Promise<string> {
  const html = await (await fetch(`${url}/free`)).text()
  const path = /href="(\/free\/\d+)[?"]/.exec(html)?.[1]
  if (path === undefined) throw new Error('the list shows no post')
  return path
}
