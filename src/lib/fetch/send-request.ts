import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { hostOf, isAllowedAddress } from './check-url.ts'
import type { GuardOptions, LookupAll } from './fetch.types.ts'
import { lookupBy } from './look-up-name.ts'

const MAX_HEADER_BYTES = 32 * 1024

export class ForbiddenAddress extends Error {
  constructor(host: string) {
    super(`${host} is not a public machine`)
    this.name = 'ForbiddenAddress'
  }
}

export type SendRequest = (url: URL, headers: OutgoingHttpHeaders, signal: AbortSignal) => Promise<IncomingMessage>

/**
 * One request, without redirects, to an address that `checkUrl` has passed. Addresses are checked where the connection takes them: what a
 * name meant a moment earlier says nothing (DNS rebinding). The agent checks once more by rules of its own.
 */
export function createSender(guard: GuardOptions): SendRequest {
  // A connection serves one request: none that an earlier name opened is ever used for another.
  const options = { keepAlive: false, allowIPAddressList: [...(guard.letThrough?.addresses ?? [])] }
  const agents = { http: new RequestFilteringHttpAgent(options), https: new RequestFilteringHttpsAgent(options) }
  const lookup = guardedLookup(guard.lookup ?? lookupBy(), guard)

  return (url, headers, signal) =>
    new Promise((done, fail) => {
      const secure = url.protocol === 'https:'
      const request = (secure ? httpsRequest : httpRequest)({
        protocol: url.protocol,
        hostname: hostOf(url),
        port: url.port || (secure ? 443 : 80),
        path: url.pathname + url.search,
        agent: secure ? agents.https : agents.http,
        headers: { ...headers, Host: url.host },
        maxHeaderSize: MAX_HEADER_BYTES,
        insecureHTTPParser: false,
        rejectUnauthorized: true,
        lookup,
        signal,
      })
      const check = (socket: Socket) => {
        if (!isAllowedAddress(socket.remoteAddress ?? '', guard)) request.destroy(new ForbiddenAddress(url.hostname))
      }
      request.on('socket', (socket: Socket) => socket.once('connect', () => check(socket)))
      request.on('response', done)
      request.on('error', fail)
      // An answer in another protocol ends it with no error at all.
      request.on('close', () => fail(new Error('no answer in HTTP')))
      request.end()
    })
}

/** A name that also leads inside is no name of a public site. */
const guardedLookup =
  (lookup: LookupAll, guard: GuardOptions): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) callback(error ?? new Error(`no address of ${hostname}`), '')
      else if (!addresses.every(({ address }) => isAllowedAddress(address, guard))) callback(new ForbiddenAddress(hostname), '')
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
