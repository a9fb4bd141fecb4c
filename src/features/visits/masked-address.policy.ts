import ipaddr from 'ipaddr.js'
import { remembered } from '../../lib/cache/remember.ts'

const KEPT = 1_000

/** An address with the part taken off that tells one household from the next: `203.0.113.*`, `2001:db8:1::*`. Empty for what is none. */
export const maskedAddress = remembered(KEPT, (address): string => {
  if (!ipaddr.isValid(address)) return ''
  const known = ipaddr.process(address)
  if (known.kind() === 'ipv4') return known.toString().replace(/\d+$/, '*')
  const [one = 0, two = 0, three = 0] = (known as ipaddr.IPv6).parts
  return `${[one, two, three].map((part) => part.toString(16)).join(':')}::*`
})
