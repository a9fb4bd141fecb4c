import { expect, test } from 'vitest'
import { routeTable } from '../../src/routes.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

test('every door of the site stands in the snapshot with who may enter: whoever changes one changes it for a reviewer to see', async () => {
  const doors = routeTable(site.ctx).map(({ method, path, access }) => `${method.padEnd(4)} ${path.padEnd(44)} ${access}`)
  expect(doors.length).toBeGreaterThan(40)
  expect(new Set(doors).size).toBe(doors.length)
  await expect(`${doors.sort().join('\n')}\n`).toMatchFileSnapshot('./routes.snapshot.txt')
})

test('what is read from a replica is nothing but reading, and of no form that is sent back', () => {
  const doors = routeTable({ ...site.ctx, fromReplica: true }).map(({ method, path }) => `${method} ${path}`)
  expect(doors.filter((door) => !door.startsWith('GET /console/visitors')).sort()).toEqual([
    'GET /',
    'GET /:board',
    'GET /:board/:number',
    'GET /:board/:number/poll',
    'GET /feeds/:file',
    'GET /feeds/all.xml',
    'GET /files/:key/:size/:name',
    'GET /groups/:group',
    'GET /members/:nickname',
    'GET /new',
    'GET /popular',
    'GET /search',
    'GET /tags',
    'GET /tags/:tag',
    'GET /visitors/statistics',
  ])
})

test('a door that changes something is a POST, and a guest is led to the log-in page or refused at every one that is not theirs', async () => {
  const open = new Set(['/login', '/logout', '/preferences', '/signup', '/password/forgot', '/password/reset/:token', '/setup/:token'])
  const guarded = routeTable(site.ctx).filter(({ method, path }) => method === 'POST' && !open.has(path))
  expect(guarded.length).toBeGreaterThan(15)
  for (const { path } of guarded) {
    const address = path.replace(':board', 'free').replace(':number', '1').replace(/:\w+/g, 'x')
    const page = await site.visitor().post(address, {})
    expect([path, page.redirects[0]?.startsWith('/login') || [401, 403, 404].includes(page.status)]).toEqual([path, true])
  }
})
