import ipaddr from 'ipaddr.js'

/** Where today's internet is; all the rest of IPv6 is reserved, ours, or carries an IPv4 address inside. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
const documentation = ipaddr.IPv6.parseCIDR('3fff::/20')

/**
 * Whether a machine at this address may be asked in a stranger's name. Forms of IPv6 that wrap an IPv4 address (mapped, compatible, NAT64,
 * 6to4, Teredo) are refused whatever they wrap: no site needs them, and each was somebody's way in.
 */
export function isPublicAddress(address: string): boolean {
  // A zone ("fe80::1%eth0") only goes with addresses of this very link.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(globalUnicast) && !parsed.match(documentation) : true
}
