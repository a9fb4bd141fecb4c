import type { CDPSession, Page } from 'playwright-core'

/** What a reader felt of one page, and what came through the line for it. */
export interface FirstVisit {
  lcp: number
  cls: number
  tbt: number
  /** Bytes as sent, headers and all, by the kind that the browser says. */
  bytes: Record<string, number>
  /** Paths in the order of their answers. */
  paths: string[]
  /** What the browser waited for before it painted. */
  waitedFor: string[]
}

export interface Line {
  latency: number
  downKbps: number
  upKbps: number
}

const SLOWER_BY = 4
const SETTLES_WITHIN_MS = 1_500
/** Over this, a task keeps a finger waiting. */
const LONG_TASK_MS = 50

/** A small phone, as browsers tell of it. */
export const smallPhone = {
  viewport: { width: 360, height: 800 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: 'ko-KR',
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
}

const observe = `{
  Math.random = () => 0.1 // Drawn to be measured: the heavier page.
  window.felt = { lcp: 0, cls: 0, tasks: [] }
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('largest-contentful-paint', (entry) => { felt.lcp = entry.startTime })
  watch('layout-shift', (entry) => { felt.cls += entry.value })
  watch('longtask', ({ startTime, duration }) => felt.tasks.push([startTime, duration]))
}`

/** What a page of a browser that has never been here feels like, on a phone that is four times slower than this machine. */
export async function firstVisit(page: Page, address: string, line: Line): Promise<FirstVisit> {
  await page.addInitScript(observe)
  const cdp = await page.context().newCDPSession(page)
  const traffic = await watchTraffic(cdp)
  await slowDown(cdp, line)
  await page.goto(address, { waitUntil: 'networkidle', timeout: 60_000 })
  // What scripts ask for comes after a pause, on a phone as slow as this.
  await page.waitForTimeout(SETTLES_WITHIN_MS)
  return { ...(await feltOn(page)), ...traffic }
}

async function slowDown(cdp: CDPSession, { latency, downKbps, upKbps }: Line): Promise<void> {
  const bytesASecond = (kbps: number) => (kbps * 1_000) / 8
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY })
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesASecond(downKbps),
    uploadThroughput: bytesASecond(upKbps),
  })
}

async function watchTraffic(cdp: CDPSession): Promise<Pick<FirstVisit, 'bytes' | 'paths'>> {
  const traffic: Pick<FirstVisit, 'bytes' | 'paths'> = { bytes: {}, paths: [] }
  const kinds = new Map<string, string>()
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type)
    traffic.paths.push(new URL(response.url).pathname)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    traffic.bytes[kind] = (traffic.bytes[kind] ?? 0) + encodedDataLength
  })
  await cdp.send('Network.enable')
  return traffic
}

/** Blocked time counts from the first paint on: before it, there is nothing to press. */
async function feltOn(page: Page): Promise<Pick<FirstVisit, 'lcp' | 'cls' | 'tbt' | 'waitedFor'>> {
  const { tasks, painted, ...felt } = await page.evaluate<{
    lcp: number
    cls: number
    tasks: [number, number][]
    painted: number
    waitedFor: string[]
  }>(`({
    ...felt,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    waitedFor: performance.getEntriesByType('resource').filter((each) => each.renderBlockingStatus === 'blocking').map((each) => new URL(each.name).pathname),
  })`)
  const blocked = tasks.filter(([startedAt]) => startedAt >= painted).map(([, took]) => Math.max(0, took - LONG_TASK_MS))
  return { ...felt, tbt: blocked.reduce((sum, each) => sum + each, 0) }
}
