import { expect, test } from 'vitest'
import { returnTo, returnToAfterLogIn } from '../../../src/lib/http/return-to.ts'

/** Each of them some browser, at some time, took for another site. */
const abroad = [
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '//evil.example/%2e%2e',
  '//evil.example@here',
  '//user:pw@evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\\\\evil.example',
  '\\evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/\n/evil.example',
  '\n//evil.example',
  '/\r/evil.example',
  '/\r\n/evil.example',
  '/\u0000/evil.example',
  '/\u000b/evil.example',
  '/ /evil.example',
  ' //evil.example',
  '/\u0085/evil.example',
  '/\u00a0/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/./\\evil.example',
  'http://evil.example',
  'https://evil.example',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'http:\\\\evil.example',
  'ftp://evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:x',
  'file:///etc/passwd',
  'about:blank',
  '%09//evil.example',
  '%0A//evil.example',
  '%2f%2fevil.example',
  'evil.example',
  'www.evil.example/path',
  '.evil.example',
  '@evil.example',
  ':80',
  '?x',
  '#x',
  '',
  './a',
  '../a',
  '。//evil.example',
  'http://here.invalid@evil.example',
  `/${'a'.repeat(2_000)}`,
]

test.each(abroad)('returnTo %j leads nowhere but to the front page', (value) => {
  expect(abroad.length).toBeGreaterThanOrEqual(60)
  expect(returnTo(value)).toBe('/')
})

test.each([undefined, null, 1, true, {}, ['/free'], ['//evil.example', '/free']])('what is no text (%j) is as good as nothing', (value) => {
  expect(returnTo(value)).toBe('/')
})

test.each([
  ['/', '/'],
  ['/free/12?comments=2#comment-3', '/free/12?comments=2#comment-3'],
  ['/members/새봄', '/members/%EC%83%88%EB%B4%84'],
  ['/search?q=//evil.example', '/search?q=//evil.example'],
  ['/a/../free', '/free'],
  ['/free@evil.example', '/free@evil.example'],
  ['/free//12', '/free//12'],
])('a path of ours (%j) leads to %j', (value, path) => {
  expect(returnTo(value)).toBe(path)
})

test.each(['/login', '/login?returnTo=%2Ffree', '/signup', '/logout', '/password/forgot', '/setup/abc', '/preferences'])(
  'after log-in nobody is led back to %s',
  (path) => {
    expect(returnToAfterLogIn(path)).toBe('/')
    expect(returnToAfterLogIn('/loginfo')).toBe('/loginfo')
  },
)
