import { expect, test } from 'vitest'
import { settledDays } from '../features/visits/counting.ts'
import { soon, useChromium } from '../support/browser.ts'
import { aBoard } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const counted = async () => {
  await settledDays(site, 300)
  const rows = await site.ctx.db('visit_speed').where({ span: 'day' }).whereNot({ measure: 'server' }).orderBy(['measure', 'part']).select()
  return rows.map(
    (row) => `${row.measure} ${row.part} ${Array.from({ length: 16 }, (_, index) => row[`b${index}`]).reduce((a, b) => a + b)}`,
  )
}

/** A page view that is drawn, or not drawn, to be measured. */
const drawn = (chance: number, refuses = false) =>
  `Math.random = () => ${chance}; Object.defineProperty(navigator, 'globalPrivacyControl', { value: ${refuses} })`

async function read(script: string) {
  const { page } = await chromium.open()
  await page.addInitScript(script)
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/free`, { waitUntil: 'networkidle' })
  await page.mouse.click(400, 300)
  await page.waitForTimeout(300)
  await page.goto(`${site.url}/terms`, { waitUntil: 'networkidle' })
  return { page, files }
}

test('a page that is drawn tells once, when it is left, how it felt; its screen the first time of the day', async () => {
  await aBoard(site, { slug: 'free' })
  const { page, files } = await read(drawn(0.1))
  expect(files.filter((file) => file.endsWith('/js/web-vitals.js')).length).toBeGreaterThan(0)
  await soon(counted).toEqual(expect.arrayContaining(['cls all 1', 'cls desk 1', 'cls list 1', 'inp list 1', 'lcp list 1']))
  expect(await site.ctx.db('visit_events').where({ kind: 'screen' }).pluck('times')).toEqual([1])
  await page.goto('about:blank')
  await soon(counted).toEqual(expect.arrayContaining(['cls all 2', 'cls list 1', 'cls other 1']))
  expect(await site.ctx.db('visit_events').where({ kind: 'screen' }).pluck('times')).toEqual([1])
})

test.each([
  ['four pages of five', drawn(0.2)],
  ['whoever asks for privacy by Global Privacy Control', drawn(0, true)],
  ['whoever does not want to be tracked', `${drawn(0)}; Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`],
])('of %s nothing is loaded and nothing told', async (_who, script) => {
  await aBoard(site, { slug: 'free' })
  const { files } = await read(script)
  expect(files.filter((file) => /felt|vitals/.test(file))).toEqual([])
  expect(await counted()).toEqual([])
})
