import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sessionSecret } from '../../src/config/session-secret.ts'

let varDir: string
beforeEach(() => {
  varDir = mkdtempSync(join(tmpdir(), 'madang-secret-'))
})
afterEach(() => rmSync(varDir, { recursive: true }))

const unset = () => ({ sessionSecret: null, varDir })
const path = () => join(varDir, 'session-secret')

test('a configured secret is used, and none is made', async () => {
  expect(await sessionSecret({ sessionSecret: 'x'.repeat(32), varDir })).toBe('x'.repeat(32))
  expect(readdirSync(varDir)).toEqual([])
})

test('an unset secret is made once, readable by its owner only, and stays', async () => {
  const secret = await sessionSecret(unset())
  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(statSync(path()).mode & 0o777).toBe(0o600)
  expect(await sessionSecret(unset())).toBe(secret)
})

test('twenty processes that start at once agree on one secret and leave nothing else behind', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => sessionSecret(unset())))
  expect(new Set(secrets).size).toBe(1)
  expect(readFileSync(path(), 'utf8').trim()).toBe(secrets[0])
  expect(readdirSync(varDir)).toEqual(['session-secret'])
})

test('a secret that others may read is closed to them again', async () => {
  await sessionSecret(unset())
  chmodSync(path(), 0o644)
  await sessionSecret(unset())
  expect(statSync(path()).mode & 0o777).toBe(0o600)
})

test('a damaged secret is named, not replaced: that would log everyone out', async () => {
  writeFileSync(path(), 'half')
  await expect(sessionSecret(unset())).rejects.toThrow(path())
})
