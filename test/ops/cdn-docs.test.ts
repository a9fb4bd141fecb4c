import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownCookies } from '../../src/edge-cache.ts'

const docs = readFileSync(join(import.meta.dirname, '../../docs/cdn.md'), 'utf8')

test('docs/cdn.md tells a shared cache of every cookie that makes a page somebody’s own, in words and for nginx', () => {
  const named = /requests with one of these cookies: ([^.]*\.[^.]*)\. The cookie/.exec(docs)?.[1]?.match(/[\w.]+/g)
  expect(named?.toSorted()).toEqual(ownCookies.toSorted())
  const nginx = /"~\(\^\|;\\s\*\)\((.*)\)="/.exec(docs)?.[1]?.replaceAll('\\', '').split('|')
  expect(nginx?.toSorted()).toEqual(ownCookies.toSorted())
})
