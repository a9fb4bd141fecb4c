import { expect, test } from 'vitest'
import { linesWith, sourceFiles } from '../architecture/source-files.ts'
import { everyPage } from '../support/every-page.ts'
import { fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'

const site = useSite({ TRUST_PROXY: 'loopback' })

/** Only these may be older than the page: the visitor counter. */
const withoutCounter = (html: string) =>
  html.replace(/<section[^>]* data-visits>[\s\S]*?<\/section>/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

/** All that is no part of the key under which a guest's page is kept, and each of it in two ways. */
const guests: Record<string, string>[] = [
  {
    'x-forwarded-for': '198.51.100.7',
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    cookie: 'visitor=4f1d; consent=yes; _ga=GA1.2.3; PHPSESSID=abc',
    referer: 'https://search.naver.com/search.naver?query=%EC%B1%85',
    'sec-ch-ua': '"Chromium";v="142"',
    'sec-ch-ua-mobile': '?0',
    'sec-ch-prefers-color-scheme': 'dark',
    'sec-fetch-site': 'cross-site',
    'save-data': 'on',
    dnt: '1',
    'sec-gpc': '1',
  },
  {
    'x-forwarded-for': '2001:db8::9',
    'user-agent':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    cookie: 'ck_visit_ip=1; admin=1',
    'sec-ch-ua-mobile': '?1',
    'sec-ch-prefers-color-scheme': 'light',
    'sec-ch-viewport-width': '360',
    'sec-fetch-site': 'none',
    'accept-encoding': 'identity',
    'cache-control': 'no-cache',
    from: 'somebody@example.org',
    via: '1.1 proxy',
  },
  {
    'x-forwarded-for': '203.0.113.200',
    'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)',
    accept: '*/*',
    'sec-purpose': 'prefetch',
  },
]

test('every page is to the byte the same for guests who differ in what is no part of its key, made for each of them', async () => {
  const filled = await fillSite(site)
  const differing: string[] = []
  const paths = [...new Set(everyPage.filter(({ sends }) => !sends).map(({ path }) => path(filled)))]
  for (const path of paths) {
    const looks: string[] = []
    for (const headers of guests) {
      // Made anew: what is kept would be the same by itself.
      site.ctx.content.move()
      const answer = await site.visitor({ headers }).request(path)
      const body = withoutCounter(await answer.text())
      // A form with a number of its own, which nobody keeps.
      if (answer.status === 200 && answer.headers.get('cache-control') === 'no-store') continue
      // The words of a redirect are Express's own, as markup or as text.
      looks.push(answer.status < 300 || answer.status >= 400 ? `${answer.status} ${body}` : `${answer.headers.get('location')}`)
    }
    if (new Set(looks).size > 1) differing.push(path)
  }
  expect(paths.length).toBeGreaterThan(80)
  expect(differing).toEqual([])
}, 120_000)

test('of a request nothing but what is part of the key reaches a page of guests', () => {
  const models = sourceFiles('src', /\.(view-models|read-models)\.ts$/)
  expect(models.length).toBeGreaterThan(50)
  // They are handed a reader, and never the request that they came with, nor what waits on its answer.
  expect(
    linesWith(models, /'express(-session)?'|'node:(http|net|async_hooks)'|lib\/http\/(cookies|flash|route)\.ts'|\b(req|res|locals)\./),
  ).toEqual([])
  // The frame is handed it: what it takes of it stands here.
  const frame = sourceFiles('src', /^(frame|render-page)\.ts$/)
  const taken = frame.flatMap(({ text }) =>
    [...text.matchAll(/\breq\.\w+|localsOf\(res\)(\.\w+)?|\w+\(req(, res)?\)/g)].map(([each]) => each),
  )
  expect([...new Set(taken)].sort()).toEqual([
    // Of members alone; who brings a flash, or sends something, gets nothing that is kept.
    ...[
      'cookiesOf(req)',
      'csrfTokenOf(req)',
      'localsOf(res)',
      'localsOf(res).shown',
      'req.host',
      'req.method',
      'req.originalUrl',
      'req.path',
      'req.protocol',
      'takeFlash(req, res)',
    ],
  ])
  // Doors are handed it too: they write down what a browser tells, and read nothing that waits on an answer or in a session.
  const doors = sourceFiles('src', /\.routes\.ts$/)
  expect(linesWith(doors, /req\.session|res\.locals|localsOf\((?!res\)\.\w+ = )/)).toEqual([])
})
