import { describe, expect, test } from 'vitest'
import { firstOpenDay, isPage, standsForItsPage } from '../../../src/features/visits/visits.policy.ts'
import { dayOf } from '../../../src/lib/time/zone.ts'

describe('a day is the calendar day of the site', () => {
  test.each([
    ['Asia/Seoul', '2026-11-24T14:59:59.999Z', '2026-11-24'],
    ['Asia/Seoul', '2026-11-24T15:00:00.000Z', '2026-11-25'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['UTC', '2027-01-01T00:00:00.000Z', '2027-01-01'],
    // The clocks go forward at 02:00: the day has 23 hours.
    ['America/New_York', '2026-03-08T04:59:59.999Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T03:59:59.999Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00.000Z', '2026-03-09'],
    // And back: this one has 25.
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00.000Z', '2026-11-02'],
    // There the day begins at 01:00 when summer does.
    ['America/Santiago', '2026-09-06T03:59:59.999Z', '2026-09-05'],
    ['America/Santiago', '2026-09-06T04:00:00.000Z', '2026-09-06'],
    // Half and three quarters of an hour, and half an hour of summer.
    ['Asia/Kathmandu', '2026-11-24T18:14:59.999Z', '2026-11-24'],
    ['Asia/Kathmandu', '2026-11-24T18:15:00.000Z', '2026-11-25'],
    ['Australia/Lord_Howe', '2026-04-04T12:59:59.999Z', '2026-04-04'],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00.000Z', '2026-04-05'],
    ['Pacific/Kiritimati', '2026-11-24T10:00:00.000Z', '2026-11-25'],
    ['Pacific/Pago_Pago', '2026-11-24T10:59:59.999Z', '2026-11-23'],
  ])('in %s, %s is on %s', (zone, at, day) => {
    expect(dayOf(new Date(at), zone)).toBe(day)
  })

  test.each([
    ['Asia/Seoul', '2026-11-24T15:00:00.000Z', '2026-11-24'],
    ['Asia/Seoul', '2026-11-24T17:59:59.999Z', '2026-11-24'],
    ['Asia/Seoul', '2026-11-24T18:00:00.000Z', '2026-11-25'],
    ['America/New_York', '2026-03-08T07:59:59.999Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T08:00:00.000Z', '2026-03-08'],
  ])('in %s at %s, visits of %s can still be written', (zone, now, day) => {
    expect(firstOpenDay(new Date(now), zone)).toBe(day)
  })
})

describe('what counts as a page', () => {
  const html = { accept: 'text/html,*/*' }
  test.each([
    [true, html, { status: 200, type: 'text/html; charset=utf-8', path: '/free' }],
    [true, { ...html, 'sec-fetch-dest': 'document' }, { status: 200, type: 'text/html; charset=utf-8', path: '/free' }],
    [true, html, { status: 304, type: '', path: '/free' }],
    [false, html, { status: 304, type: '', path: '/files/abc/picture.webp' }],
    [false, { accept: 'image/webp' }, { status: 304, type: '', path: '/favicon.svg' }],
    [false, html, { status: 404, type: 'text/html; charset=utf-8', path: '/nothing' }],
    [false, html, { status: 303, type: 'text/html; charset=utf-8', path: '/login' }],
    [false, html, { status: 503, type: 'text/html; charset=utf-8', path: '/free' }],
    [false, html, { status: 200, type: 'application/rss+xml', path: '/feeds/free' }],
    [false, html, { status: 200, type: 'application/json', path: '/visitors.json' }],
    [false, { ...html, 'sec-fetch-dest': 'empty' }, { status: 200, type: 'text/html', path: '/free' }],
    [false, { ...html, 'sec-fetch-dest': 'iframe' }, { status: 200, type: 'text/html', path: '/free' }],
  ])('%s: %o → %o', (counts, headers, answer) => {
    expect(isPage(headers, answer)).toBe(counts)
  })
})

test('files prove the page that gave the cookie, and for ten minutes', () => {
  const given = new Date('2026-11-24T14:59:59Z')
  expect(standsForItsPage(given, new Date('2026-11-24T15:00:03Z'))).toBe(true)
  expect(standsForItsPage(given, new Date('2026-11-24T15:10:00Z'))).toBe(false)
})
