import { describe, expect, test } from 'vitest'
import { createBeatBook } from '../../../src/lib/db/replica-beats.ts'

const book = () => createBeatBook(1_000)

describe('how far a replica has come', () => {
  test('is not known before it knows a later beat than the primary was seen at', () => {
    const { note, arrivedUntil } = book()
    note({ there: 7, here: 7, at: 100 })
    note({ there: 7, here: 7, at: 200 })
    expect(arrivedUntil()).toBe(-Infinity)
    note({ there: 8, here: 8, at: 300 })
    expect(arrivedUntil()).toBe(200)
  })

  test('is the last moment at which an earlier beat was the newest', () => {
    const { note, arrivedUntil } = book()
    for (const [here, at] of [
      [1, 100],
      [2, 200],
      [2, 300],
      [3, 400],
    ] as const)
      note({ there: 0, here, at })
    note({ there: 3, here: 5, at: 500 })
    expect(arrivedUntil()).toBe(300)
    note({ there: 3, here: 6, at: 600 })
    expect(arrivedUntil()).toBe(300)
    note({ there: 6, here: 7, at: 700 })
    expect(arrivedUntil()).toBe(500)
  })

  test('is not told by one that is ahead: it copies another database, or its primary has not yet shown what it sent', () => {
    const { note, arrivedUntil } = book()
    note({ there: 90, here: 3, at: 100 })
    note({ there: 91, here: 4, at: 200 })
    expect(arrivedUntil()).toBe(-Infinity)
  })

  test('begins anew where the primary was restored from a backup', () => {
    const { note, arrivedUntil } = book()
    note({ there: 40, here: 40, at: 100 })
    note({ there: 41, here: 41, at: 200 })
    expect(arrivedUntil()).toBe(100)
    note({ there: 41, here: 12, at: 300 })
    expect(arrivedUntil()).toBe(-Infinity)
    note({ there: 12, here: 13, at: 400 })
    expect(arrivedUntil()).toBe(-Infinity)
    note({ there: 13, here: 14, at: 500 })
    expect(arrivedUntil()).toBe(300)
  })

  test('is forgotten where it would be too old to help', () => {
    const { note, arrivedUntil } = book()
    note({ there: 0, here: 1, at: 100 })
    note({ there: 0, here: 2, at: 1_500 })
    note({ there: 2, here: 3, at: 1_600 })
    expect(arrivedUntil()).toBe(-Infinity)
    note({ there: 3, here: 3, at: 1_700 })
    expect(arrivedUntil()).toBe(1_500)
  })
})
