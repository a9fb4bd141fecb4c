import { promises } from 'node:dns'
import type { LookupAll } from './fetch.types.ts'

/** What a name server that doesn't answer may cost of a fetch's time. */
const PATIENCE = { timeout: 2_000, tries: 2 }

/**
 * Names as the name servers have them. The system's own look-up knows more than a stranger should reach (/etc/hosts, search domains), and each
 * slow one holds one of the four threads in which this process also reads files and prepares pictures.
 */
export function lookupBy(resolver = new promises.Resolver(PATIENCE)): LookupAll {
  return (hostname, _options, callback) => {
    const asked = [resolver.resolve4(hostname), resolver.resolve6(hostname)]
    void Promise.allSettled(asked).then((answers) => {
      const found = answers.flatMap((answer, index) =>
        answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })) : [],
      )
      callback(found.length === 0 ? new Error(`${hostname} has no address`) : null, found)
    })
  }
}
