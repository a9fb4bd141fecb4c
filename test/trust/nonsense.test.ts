import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { type FilledSite, fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'
import { addressOf, doorsOf, endsSession, placesOf } from './doors.ts'

const site = useSite()

/** TRUST #15, #16, #18, #20, #21 and the rows of §3 on text: nothing that can be sent is a fault of ours. */
const oddParts = [
  '%00',
  '%FF',
  '%C0%AE',
  '%ED%A0%80',
  '..%2f..%2fetc%2fpasswd',
  '..%5c',
  '__proto__',
  'constructor',
  '0',
  '-1',
  '1e9',
  '4294967296',
  '99999999999999999999',
  "1'--",
  '%F0%9F%8C%B1',
  'FREE',
  'x'.repeat(5_000),
]
const oddValues = [
  '',
  '0',
  '-1',
  '1e9',
  'NaN',
  "1' OR SLEEP(3)-- ",
  '(select sleep(3))',
  '\u0000',
  '\ud800',
  '\u3164',
  '%',
  '_'.repeat(300),
  '\\',
  '{"a":1}',
  '[object Object]',
  '//evil.example',
  '🌱'.repeat(200),
  '9'.repeat(400),
]
const queryNames = ['page', 'comments', 'q', 'board', 'parent', 'before', 'returnTo', 'from', 'to', 'by', 'month', 'days']
const fieldNames = [
  ...[
    'title',
    'body',
    'version',
    'submissionKey',
    'parent',
    'reason',
    'vote',
    'action',
    'login',
    'nickname',
    'email',
    'password',
    'passwordAgain',
  ],
  ...[
    'currentPassword',
    'agreeTerms',
    'returnTo',
    'language',
    'theme',
    'level',
    'slug',
    'nameKo',
    'pageSize',
    'listLevel',
    'zone',
    'siteNameKo',
  ],
]

/** A few of them for each door, others for the next: together the doors meet all. */
const share = <T>(all: readonly T[], door: number): T[] => all.filter((_, index) => (index + door) % 3 === 0)

interface Fault {
  status: number
  ms: number
  at: string
}

/** @returns what was a fault of ours, or took longer than a reader waits */
async function faultsOf(filled: FilledSite, asked: { at: string; init?: RequestInit }[]): Promise<Fault[]> {
  const { agent } = filled.people.owner
  const faults: Fault[] = []
  const queue = [...asked]
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const start = performance.now()
      const response = await agent.request(next.at, next.init)
      await response.arrayBuffer()
      const ms = Math.round(performance.now() - start)
      if (response.status >= 500 || ms > 2_000)
        faults.push({ status: response.status, ms, at: `${next.at.slice(0, 120)} ${String(next.init?.body ?? '').slice(0, 80)}` })
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return faults
}

test('no address is a fault of ours: every part of every door with every kind of nonsense', async () => {
  const filled = await fillSite(site)
  const { free } = await placesOf(filled)
  const doors = doorsOf(filled, 'GET')
  const parts = doors.flatMap(({ path }, door) =>
    [...path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) => share(oddParts, door).map((odd) => ({ at: path.replace(`:${name}`, odd) }))),
  )
  const queries = doors.flatMap(({ path }, door) => [
    ...share(oddValues, door).map((odd) => ({
      at: `${path}?${queryNames.map((name) => `${name}=${encodeURIComponent(odd.toWellFormed())}`).join('&')}`,
    })),
    ...['=1&', '[a]=1&', '[]=1&', '=1&'].map((shape) => ({
      at: `${path}?${queryNames.map((name) => `${name}${shape}${name}=2`).join('&')}`,
    })),
    { at: `${path}?q=%FF&page=%00&__proto__[level]=10&constructor=1` },
  ])
  const asked = [...parts, ...queries].map(({ at }) => ({ at: addressOf(at, free) }))
  expect(asked.length).toBeGreaterThan(700)
  expect(await faultsOf(filled, asked)).toEqual([])
  expect(({} as { level?: number }).level).toBeUndefined()
}, 240_000)

test('no form is a fault of ours: every door with every kind of value, sent in every way', async () => {
  const filled = await fillSite(site)
  const { free } = await placesOf(filled)
  const token = filled.people.owner.agent.headers['x-csrf-token'] ?? ''
  const post = (at: string, body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) => ({
    at,
    init: { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } },
  })
  const asked = doorsOf(filled, 'POST')
    .filter((door) => !endsSession(door) && !/password/.test(door.path))
    .flatMap(({ path }, door) => {
      const at = addressOf(path, free)
      const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
      const multipart = new FormData()
      for (const name of fieldNames) multipart.append(`${name}[a][b]`, '1')
      return [
        ...share(oddValues, door).map((odd) =>
          post(at, new URLSearchParams(fieldNames.map((name): [string, string] => [name, odd.toWellFormed()]))),
        ),
        post(at, fieldNames.map((name) => `${name}[a]=1&${name}=%00&${name}=%FF`).join('&'), urlencoded),
        post(at, '__proto__[level]=10&__proto__=1&constructor[prototype][level]=10', urlencoded),
        post(at, `{"title":{"a":1},"__proto__":{"level":10},"_csrf":"${token}"}`, { 'content-type': 'application/json' }),
        post(at, 'a=1', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' }),
        post(at, 'a=1', { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' }),
        post(at, multipart),
        post(at, '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nhalf', { 'content-type': 'multipart/form-data; boundary=x' }),
        post(at, 'x', { 'content-type': 'multipart/form-data' }),
        post(at, `title=${'x'.repeat(600_000)}`, urlencoded),
        post(at, 'a=1&'.repeat(300), urlencoded),
      ]
    })
  expect(asked.length).toBeGreaterThan(500)
  expect(await faultsOf(filled, asked)).toEqual([])
  expect(({} as { level?: number }).level).toBeUndefined()
  // Whoever sent all this still is who they were, so that it was really read.
  expect((await filled.people.owner.agent.get('/console')).status).toBe(200)
}, 240_000)

test('neither method, header nor cookie is a fault of ours', async () => {
  const filled = await fillSite(site)
  const addresses = [
    '/',
    '/free',
    filled.posts.long,
    '/login',
    '/search?q=a',
    '/members/%EB%AF%B8%EB%82%98',
    '/nowhere',
    '/free/',
    '/free//',
    '/./free',
    '/FREE',
    '/%66ree',
  ]
  const flash = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const headers: Record<string, string>[] = [
    { 'accept-language': '*;q=x,, ;q=,ko-;q=9e9' },
    { accept: '%', 'user-agent': '<script>alert(1)</script>', referer: 'https://%zz/' },
    { cookie: 'lang=%FF; theme=__proto__; madang.sid=s%3Ax.y; visitor=%00; =; ;;a' },
    { cookie: `flash=${flash({ kind: 'success', key: 'no.such.words' })}` },
    { cookie: `flash=${flash({ kind: 'success', key: 'members.signUp.done' })}` },
    { cookie: `flash=${flash({ kind: 'success', key: '__proto__', args: { a: 'b' } })}` },
    { cookie: 'flash=e30; flash=%00' },
    { range: 'bytes=9-1', 'if-none-match': '"', 'if-modified-since': 'never' },
    { 'x-forwarded-for': '<svg>', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'x-http-method-override': 'DELETE' },
  ]
  const methods = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']
  const asked = addresses.flatMap((at) => [
    ...headers.map((each) => ({ at, init: { headers: each } })),
    ...methods.map((method) => ({ at, init: { method } })),
  ])
  expect(await faultsOf(filled, asked)).toEqual([])
})

test('nothing but what is meant for readers is served: no file of ours, of the account or of the site', async () => {
  const base =
    /^\/assets\/[^/]+/.exec(
      (await site.visitor().get('/login')).root.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '',
    )?.[0] ?? ''
  const files = [
    '.env',
    '.git/config',
    '.git/HEAD',
    'package.json',
    'package-lock.json',
    'src/app.ts',
    'var/session-secret',
    'backup.sql',
    'dump.sql.gz',
    'wp-login.php',
    '.DS_Store',
    'css/main.css.map',
    'node_modules/express/package.json',
    'views/posts/show.ejs',
  ]
  const climbs = ['../', '..%2f', '%2e%2e/', '..%5c', '....//', '%00/../', '..%c0%af']
  const paths = files.flatMap((file) => [
    `/${file}`,
    ...climbs.flatMap((climb) => [`${base}/${climb}${file}`, `/files/${climb.repeat(3)}${file}`, `${base}/css/${climb.repeat(2)}${file}`]),
  ])
  const answers = await Promise.all(paths.map((path) => raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)))
  expect(base).not.toBe('')
  expect(paths.filter((_, index) => !/^HTTP\/1\.1 40[04]/.test(answers[index] ?? ''))).toEqual([])
})

test('an address as no browser would write it gets an answer and keeps the process', async () => {
  const lines = [
    'GET /%ED%A0%80 HTTP/1.1',
    'GET http://evil.example/ HTTP/1.1',
    'GET * HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET /a\\b HTTP/1.1',
    'GET /free?page=1#x HTTP/1.1',
    'GET //evil.example/%2e%2e HTTP/1.1',
    `GET /${'a'.repeat(20_000)} HTTP/1.1`,
    'GET / HTTP/1.0',
    'CONNECT evil.example:80 HTTP/1.1',
  ]
  const answers = await Promise.all(
    lines.map((line) => raw(`${line}\r\n${line.endsWith('1.0') ? '' : 'Host: a"><b\r\n'}Connection: close\r\n\r\n`)),
  )
  expect(answers.map((answer) => (/^HTTP\/1\.1 [1-4]/.test(answer) || answer === '' ? 'answered' : answer.slice(0, 60)))).toEqual(
    lines.map(() => 'answered'),
  )
  expect((await site.visitor().get('/login')).status).toBe(200)
})

const raw = (request: string): Promise<string> =>
  new Promise((done, fail) => {
    let answer = ''
    const socket = createConnection(Number(new URL(site.url).port), '127.0.0.1', () => socket.write(request))
    socket.setTimeout(3_000, () => fail(new Error(`no answer to ${request.slice(0, 60)}`)))
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('close', () => done(answer))
    socket.on('error', () => done(answer))
  })
