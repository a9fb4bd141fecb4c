import { expect, test } from 'vitest'
import { dateText } from '../../../src/lib/time/date-text.ts'
import { dayOf, instantOf, localTime, shiftDay, weekdayOf, zonedParts } from '../../../src/lib/time/zone.ts'

test.each([
  ['2026-11-23T14:59:59.999Z', 'Asia/Seoul', '2026-11-23'],
  ['2026-11-23T15:00:00.000Z', 'Asia/Seoul', '2026-11-24'],
  ['2026-03-08T06:59:59.000Z', 'America/New_York', '2026-03-08'],
  ['2026-11-01T03:59:59.000Z', 'America/New_York', '2026-10-31'],
  ['2026-01-01T09:59:59.000Z', 'Pacific/Kiritimati', '2026-01-01'],
  ['2026-01-01T10:00:00.000Z', 'Pacific/Kiritimati', '2026-01-02'],
])('at %s it is the day %s … %s', (at, zone, day) => {
  expect(dayOf(new Date(at), zone)).toBe(day)
})

test('days are shifted as dates, over months, leap days and clock changes', () => {
  expect([shiftDay('2026-03-01', -1), shiftDay('2028-02-28', 1), shiftDay('2026-12-31', 1)]).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2027-01-01',
  ])
  expect(weekdayOf('2026-11-24')).toBe(2)
})

test('midnight is hour 0, not 24', () => {
  expect(zonedParts(new Date('2026-11-23T15:00:00Z'), 'Asia/Seoul')).toMatchObject({ hour: 0, time: '00:00' })
})

test('a date is as short as its age allows, and whole on hover', () => {
  const now = new Date('2026-11-24T03:00:00Z')
  const short = (at: string) => dateText(new Date(at), now, 'Asia/Seoul')
  expect(short('2026-11-23T15:05:00Z')).toMatchObject({ short: '00:05', full: '2026-11-24 00:05' })
  expect(short('2026-07-28T22:01:00Z')).toMatchObject({ short: '07-29', full: '2026-07-29 07:01' })
  expect(short('2024-07-28T22:01:00Z').short).toBe('24-07-29')
  expect(short('2026-07-28T22:01:00Z').time).toBe('07:01')
})

test('a time that somebody typed is one moment in the zone, or none', () => {
  const at = (local: string, zone: string) => instantOf(local, zone)?.toISOString() ?? null
  expect(at('2026-11-27T09:30', 'Asia/Seoul')).toBe('2026-11-27T00:30:00.000Z')
  expect(at('2026-11-27 00:00:00', 'America/Los_Angeles')).toBe('2026-11-27T08:00:00.000Z')
  // The hour that is left out in spring is none; of the two that bear one name in autumn it is the first.
  expect(at('2026-03-29T02:30', 'Europe/Berlin')).toBeNull()
  expect(at('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  for (const local of ['', '2026-02-30T09:00', '2026-11-27T24:00', '2026-11-27T09:60', '2026-11-27', '내일', '9999999-01-01T00:00']) {
    expect(at(local, 'Asia/Seoul')).toBeNull()
  }
  expect(localTime(new Date('2026-11-27T00:30:00Z'), 'Asia/Seoul')).toBe('2026-11-27T09:30')
})
