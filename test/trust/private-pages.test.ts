import { expect, test } from 'vitest'
import { fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'
import { addressOf, doorsOf, placesOf } from './doors.ts'

const site = useSite()

/** TRUST #50. */
test('no page of a member may be kept by anybody; what a guest gets is the same for every guest, whatever they ask with', async () => {
  const filled = await fillSite(site)
  const { free } = await placesOf(filled)
  const kept: string[] = []
  const differing: string[] = []
  const odd = {
    accept: 'application/xml;q=0.1,*/*',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-original-url': '/console',
    'x-rewrite-url': '/console',
    'x-http-method-override': 'DELETE',
    forwarded: 'host=evil.example',
  }
  for (const { path } of doorsOf(filled, 'GET')) {
    const address = addressOf(path, free)
    const mine = await filled.people.owner.agent.request(address)
    // A redirect has no page that could be kept.
    if (mine.status < 300 && mine.headers.get('content-type')?.includes('html') && mine.headers.get('cache-control') !== 'no-store')
      kept.push(`${path}: ${mine.headers.get('cache-control')}`)
    // These are the counter itself, and work that is new for each who asks.
    if (['/visitors.json', '/visitors.svg', '/proof-of-work'].includes(path)) continue
    const plain = await site.visitor().get(address)
    const asked = await site.visitor().get(address, odd)
    const again = await site.visitor().get(address)
    for (const other of [asked, again]) if (withoutCounter(other.body) !== withoutCounter(plain.body)) differing.push(path)
  }
  expect(kept).toEqual([])
  expect(differing).toEqual([])
}, 60_000)

/** Visitors and views go on, the moment is another, and an error's id is its own. */
const withoutCounter = (html: string) =>
  html
    .replace(/<section[^>]*aria-label="접속자집계"[\s\S]*?<\/section>/, '')
    .replace(/조회\s*[\d,]+/g, '')
    .replace(/<(dd|strong|span|td|b|em)\b[^>]*>[\d,\s]+<\/\1>/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
