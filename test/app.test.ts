import { expect, test } from 'vitest'
import { useSite } from './support/site.ts'

const site = useSite()

test('a page that is not there is a 404 that helps, in the language of the reader', async () => {
  const korean = await site.visitor().get('/no-such-place/at/all')
  expect([korean.status, korean.text('h1')]).toEqual([404, '찾는 화면이 없습니다'])
  const english = await site.visitor({ headers: { 'accept-language': 'en' } }).get('/no-such-place/at/all')
  expect([english.status, english.text('h1')]).toEqual([404, 'There is nothing here'])
})

test('an address or a form that is nonsense is a 400, never a 500', async () => {
  expect((await site.visitor().get('/%E0%A4%A')).status).toBe(400)
  const response = await site
    .visitor()
    .request('/login', { method: 'POST', body: 'x='.repeat(400_000), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect(response.status).toBe(413)
})

test('every answer carries the headers that browsers need to protect the reader', async () => {
  for (const path of ['/', '/no-such-place', '/assets/none', '/healthz']) {
    const { headers } = await site.visitor().request(path)
    expect(headers.get('content-security-policy'), path).toContain("script-src 'self';")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('assets are kept for ever under their hash, and an old hash is gone', async () => {
  const page = await site.visitor().get('/')
  const css = /\/assets\/[\w-]+\/css\/main\.css/.exec(page.body)?.[0] ?? ''
  const response = await site.visitor().request(css)
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect((await site.visitor().request('/assets/old-hash/css/main.css')).status).toBe(404)
})

test('what a browser waits for before it paints a page stands at the end of it: nothing moves while its parts come', async () => {
  for (const path of ['/', '/terms', '/no-such-place']) {
    const { root } = await site.visitor().get(path)
    const awaited = root.querySelector('head link[rel=expect][blocking=render]')?.getAttribute('href') ?? ''
    const after = root.querySelectorAll(`${awaited} ~ *`).map(({ tagName }) => tagName)
    expect([awaited, after.filter((name) => name !== 'NOSCRIPT')], path).toEqual(['#end', []])
    expect(root.querySelector(awaited), path).not.toBeNull()
  }
})
