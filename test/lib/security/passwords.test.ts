import { expect, test } from 'vitest'
import { TooManyRequests } from '../../../src/lib/http/errors.ts'
import { createPasswords } from '../../../src/lib/security/passwords.ts'

const quick = createPasswords(4)

test('the whole of a long Hangul password counts, not its first 24 syllables', async () => {
  const hash = await quick.hash(`${'가'.repeat(24)}나`)
  expect(await quick.verify(`${'가'.repeat(24)}나`, hash)).toBe(true)
  expect(await quick.verify(`${'가'.repeat(24)}다`, hash)).toBe(false)
})

test('a password typed as single jamo, or in full width, is the same password', async () => {
  const hash = await quick.hash('비밀의 정원 Abc1')
  expect(await quick.verify('비밀의 정원 Abc1'.normalize('NFD'), hash)).toBe(true)
  expect(await quick.verify('비밀의 정원 Ａｂｃ１', hash)).toBe(true)
  expect(await quick.verify('비밀의 정원 abc1', hash)).toBe(false)
})

test('a NUL ends no password, and half a surrogate breaks nothing', async () => {
  const hash = await quick.hash('quiet\u0000lanterns')
  expect(await quick.verify('quiet\u0000lamps', hash)).toBe(false)
  expect(await quick.verify('quiet\ud800', await quick.hash('quiet\ud800'))).toBe(true)
})

test('nobody is never matched, and a hash of another program neither', async () => {
  expect(await quick.verify('anything', null)).toBe(false)
  expect(await quick.verify('anything', '')).toBe(false)
  expect(await quick.verify('anything', '*LK*')).toBe(false)
})

test('two are hashed at once and twenty wait: whoever comes then is asked to come again', async () => {
  const passwords = createPasswords(8)
  const results = await Promise.allSettled(Array.from({ length: 40 }, () => passwords.hash('quiet lanterns')))
  const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
  expect(refused).toHaveLength(18)
  expect(refused.every((reason) => reason instanceof TooManyRequests && reason.retryAfterSeconds === 5)).toBe(true)
  // Their places are free again.
  expect(await passwords.hash('quiet lanterns')).toMatch(/^\$2b\$08\$/)
})

test('a site hashes at a cost that is worth it, and takes as long for nobody as for a member', async () => {
  const passwords = createPasswords()
  const hash = await passwords.hash('quiet lanterns')
  expect(hash).toMatch(/^\$2b\$11\$/)
  const time = async (known: string | null) => {
    const start = performance.now()
    await passwords.verify('wrong lanterns', known)
    return performance.now() - start
  }
  await time(hash)
  // In turns, and the shortest of many: other tests take the processor away for longer than one of these lasts.
  const [members, nobodies]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 8; turn += 1) {
    members.push(await time(hash))
    nobodies.push(await time(null))
  }
  const [member, nobody] = [Math.min(...members), Math.min(...nobodies)]
  expect(nobody / member).toBeGreaterThan(0.6)
  expect(nobody / member).toBeLessThan(1.6)
})
