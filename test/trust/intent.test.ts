import { expect, test } from 'vitest'
import { fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'
import { addressOf, doorsOf, fingerprint, placesOf, withoutToken } from './doors.ts'

const site = useSite()

/** TRUST #37. What another site can make a member's browser send, and how it can look. */
const forgeries: { name: string; init: RequestInit }[] = [
  {
    name: 'no token',
    init: { body: 'vote=add', headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' } },
  },
  {
    name: 'a token of no session',
    init: { body: `_csrf=${'A'.repeat(64)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  },
  { name: 'a token sent twice', init: { body: '_csrf=a&_csrf=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } } },
  { name: 'JSON as plain text', init: { body: '{"reason":"x"}', headers: { 'content-type': 'text/plain' } } },
  { name: 'another origin', init: { body: '', headers: { origin: 'https://evil.example' } } },
  { name: 'an origin of null', init: { body: '', headers: { origin: 'null' } } },
]
const crossSite = { accept: 'application/json', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }

test('whatever another site makes a browser send is refused at every door that changes something, and changes nothing', async () => {
  const filled = await fillSite(site)
  const { free } = await placesOf(filled)
  const owner = await withoutToken(filled, filled.people.owner.login)
  const token = filled.people.owner.agent.headers['x-csrf-token'] ?? ''
  const before = await fingerprint(filled)
  const accepted: string[] = []
  const doors = doorsOf(filled, 'POST')
  expect(doors.length).toBeGreaterThan(30)
  for (const { path } of doors) {
    const address = addressOf(path, free)
    for (const { name, init } of forgeries) {
      const { status } = await owner.request(address, { method: 'POST', ...init, headers: { ...init.headers, accept: 'application/json' } })
      if (status !== 403) accepted.push(`${path}: ${name} → ${status}`)
    }
    const signedIn = await filled.people.owner.agent.request(address, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: token }),
      headers: crossSite,
    })
    const guest = await site
      .visitor()
      .request(address, { method: 'POST', body: new URLSearchParams({ login: 'a', password: 'b' }), headers: crossSite })
    if (signedIn.status !== 403) accepted.push(`${path}: cross-site with the token → ${signedIn.status}`)
    if (![401, 403].includes(guest.status)) accepted.push(`${path}: guest → ${guest.status}`)
  }
  expect(accepted).toEqual([])
  expect(await fingerprint(filled)).toEqual(before)
}, 60_000)

test('looking changes nothing: no GET, and no HEAD, writes to a table but those of visits and reading marks; no page has the token in an address', async () => {
  const filled = await fillSite(site)
  const { free, staff } = await placesOf(filled)
  const { agent } = filled.people.owner
  const before = await fingerprint(filled)
  for (const { path } of doorsOf(filled, 'GET')) {
    for (const place of [free, staff]) {
      const page = await agent.get(addressOf(path, place))
      await agent.request(addressOf(path, place), { method: 'HEAD' })
      expect([path, page.links().filter((link) => /csrf/i.test(link))]).toEqual([path, []])
    }
  }
  expect(await fingerprint(filled)).toEqual(before)
}, 60_000)
