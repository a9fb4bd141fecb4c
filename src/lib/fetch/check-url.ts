import { isIP } from 'node:net'
import type { FetchFailure, GuardOptions } from './fetch.types.ts'
import { isPublicAddress } from './public-address.ts'

const LONGEST = 2_000
const PORTS: readonly number[] = [80, 443]
/** Names that mean this machine, this house or this link wherever they are asked; one word alone is completed by the house's own DNS. */
const insideNames = /^[^.]*$|(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/

// biome-ignore lint/suspicious/noControlCharactersInRegex: URL drops, trims or turns these, and other readers of the same address don't
const disputed = /[\u0000-\u0020\u007f-\u00a0\\]/

type Checked = { ok: true; url: URL } | { ok: false; why: Extract<FetchFailure, 'address' | 'forbidden'> }

export const isAllowedAddress = (address: string, { letThrough }: Pick<GuardOptions, 'letThrough'>): boolean =>
  isPublicAddress(address) || (letThrough?.addresses.includes(address) ?? false)

/** The host as the network knows it: no brackets, no dots at its end. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')

/** Everything that can be said of an address before anybody is asked. Whatever its spelling ("0x7f.1", "１２７.1"), URL has it plain by now. */
export function checkUrl(given: string, guard: Pick<GuardOptions, 'letThrough'>): Checked {
  const url = given.length > LONGEST || disputed.test(given) ? null : URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return { ok: false, why: 'address' }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!PORTS.includes(port) && !guard.letThrough?.ports.includes(port)) return { ok: false, why: 'address' }
  const host = hostOf(url)
  const allowed = isIP(host) === 0 ? !insideNames.test(host) : isAllowedAddress(host, guard)
  return allowed ? { ok: true, url } : { ok: false, why: 'forbidden' }
}
