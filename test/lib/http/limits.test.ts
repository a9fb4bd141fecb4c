import { expect, test } from 'vitest'
import { hostOf, networkOf } from '../../../src/lib/http/limits.ts'

test.each([
  ['203.0.113.7', '203.0.113.250', true],
  ['203.0.113.7', '203.0.114.7', false],
  ['::ffff:203.0.113.7', '203.0.113.9', true],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
])('%s and %s are of one network: %s', (one, other, same) => {
  expect(networkOf(one) === networkOf(other)).toBe(same)
})

test('hosts of IPv4 are told apart, those within one /64 of IPv6 are not', () => {
  expect(hostOf('203.0.113.7')).not.toBe(hostOf('203.0.113.8'))
  expect(hostOf('2001:db8:1:2::1')).toBe(hostOf('2001:db8:1:2::2'))
})

test.each([undefined, '', 'nonsense', '999.1.1.1'])('what is no address (%j) is one unknown network', (address) => {
  expect([networkOf(address), hostOf(address)]).toEqual(['unknown', 'unknown'])
})
