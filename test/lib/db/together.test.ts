import { expect, test } from 'vitest'
import { createTogether } from '../../../src/lib/db/together.ts'

const later = () => new Promise((resolve) => setImmediate(resolve))

function gathered(refuse: (works: readonly string[]) => unknown = () => null) {
  const batches: string[][] = []
  const together = createTogether<string, string>(3, async (key, works) => {
    await later()
    batches.push([...works])
    const error = refuse(works)
    if (error) throw error
    return works.map((work) => `${key}${work}`)
  })
  return { together, batches }
}

test('the first is done at once, what comes meanwhile together, and each gets its own answer', async () => {
  const { together, batches } = gathered()
  const made = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((work) => together(1, work)))
  expect(made).toEqual(['1a', '1b', '1c', '1d', '1e'])
  expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']])
  expect(await together(1, 'f')).toBe('1f')
})

test('other keys wait for nobody', async () => {
  const { together, batches } = gathered()
  expect(await Promise.all([together(1, 'a'), together(2, 'b')])).toEqual(['1a', '2b'])
  expect(batches).toEqual([['a'], ['b']])
})

test('one that is refused takes nobody with it', async () => {
  const { together, batches } = gathered((works) => works.includes('bad') && new Error('refused'))
  const made = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((work) => together(1, work)))
  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(batches).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']])
})

test('a database that is away is asked once for all who wait', async () => {
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const { together, batches } = gathered((works) => works.length > 1 && away)
  const made = await Promise.allSettled(['a', 'b', 'c'].map((work) => together(1, work)))
  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(batches).toEqual([['a'], ['b', 'c']])
})
