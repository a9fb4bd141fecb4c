import { expect, test } from 'vitest'
import { statisticsPath } from '../../src/features/statistics/statistics.paths.ts'
import { statisticsPages } from '../../src/features/statistics/statistics.types.ts'
import { settled } from '../features/visits/counting.ts'
import { createAgent } from '../support/agent.ts'
import { aMember, firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const direct = useSite()

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const markup = `"><script>alert(1)</script><img src=x onerror=alert(2)>'; DROP TABLE visits; --`

test('what a request says of itself is text wherever statistics show it, and no formula in a CSV', async () => {
  await firstBoards(direct)
  // It logs in first: who runs the site is not counted.
  const { agent } = await aMember(direct, '관리자', { level: 9 })
  const encoded = encodeURIComponent(markup)
  const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1']
  const loud = createAgent(direct.url, {
    headers: {
      'user-agent': `${CHROME} ${markup}`,
      referer: `https://evil.example/${encoded}?q=${encoded}`,
      'accept-language': markup,
      'x-forwarded-for': markup,
    },
  })
  for (const path of [`/?utm_campaign=${encoded}`, `/search?q=${encoded}`]) expect((await loud.get(path)).status).toBe(200)
  expect((await loud.get(`/${encoded}`)).status).toBe(404)
  for (const [index, formula] of formulas.entries()) {
    const headers = { 'user-agent': `${CHROME} reader/${index}`, referer: 'https://search.naver.com/search.naver?query=' }
    const words = encodeURIComponent(formula)
    const browser = createAgent(direct.url, { headers: { ...headers, referer: headers.referer + words } })
    expect((await browser.get(`/search?q=${words}&utm_campaign=${words}`)).status).toBe(200)
  }
  await settled(direct)
  let csvs = ''
  let shown = ''
  for (const name of statisticsPages) {
    const page = await agent.get(statisticsPath(name))
    expect(page.status).toBe(200)
    expect(page.root.querySelectorAll('script:not([src]), [onerror], img[src=x]')).toEqual([])
    shown += page.text('main')
    const links = page.root.querySelectorAll('.statistics a[href*="format=csv"]').map((link) => link.getAttribute('href') ?? '')
    for (const link of links) csvs += await (await agent.request(link.replaceAll('&amp;', '&'))).text()
  }
  expect(shown).toContain('evil.example')
  expect(shown).toContain('alert(1)')
  expect(csvs).toContain("'=1+1")
  const cells = csvs.split(/\r?\n|,/).map((cell) => cell.replace(/^"/, ''))
  expect(cells.filter((cell) => /^[=@\t\r]|^[+-](?!\d+(\.\d+)?%?"?$)/.test(cell))).toEqual([])
  // The table is there still.
  expect(await direct.ctx.db('visits').whereNotNull('facts')).not.toEqual([])
}, 60_000)

test('an address that a visitor made up is theirs in nothing: without a proxy the line tells who it is', async () => {
  direct.clock.set('2031-05-05T03:00:00Z')
  for (const address of ['203.0.113.1', '203.0.113.2, 198.51.100.7', '::1', 'garbage', markup, `${'1'.repeat(4_000)}`]) {
    const liar = createAgent(direct.url, { keepCookies: false, headers: { 'x-forwarded-for': address, 'user-agent': CHROME } })
    expect((await liar.get('/terms')).status).toBe(200)
  }
  expect(await settled(direct)).toEqual({ visitors: 1, pageViews: 6 })
  expect(await direct.ctx.db('visits').select('maskedAddress')).toEqual([{ maskedAddress: '127.0.0.*' }])
})
