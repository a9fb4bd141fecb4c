import { boundedLine } from '../text/bounded-line.ts'
import { searchedName } from '../text/searched-name.ts'
import { androidApps, kindOfHost, type ReferrerKind } from './referrer-hosts.ts'

const LONGEST_READ = 4_000
const LONGEST_HOST = 100
const LONGEST_PAGE = 200
/** Under these, search engines send what was looked for. */
const WORDS = ['q', 'query', 'p', 'wd', 'word', 'text']

export interface Referrer {
  kind: ReferrerKind
  host: string | null
  page: string | null
  words: string | null
}

const DIRECT: Referrer = { kind: 'direct', host: null, page: null, words: null }

/** What the page says from which a reader came. Whatever is no address of a page counts as none. */
export function readReferrer(header: string | undefined, ownHost: string): Referrer {
  const address = URL.parse((header ?? '').slice(0, LONGEST_READ))
  if (!address) return DIRECT
  if (address.protocol === 'android-app:') return appReferrer(address.hostname.toLowerCase())
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return DIRECT
  const host = bareHost(address.hostname)
  if (host === '' || host === bareHost(URL.parse(`http://${ownHost}`)?.hostname ?? '')) return DIRECT
  const kind = kindOfHost(host)
  return {
    kind,
    host: host.slice(0, LONGEST_HOST),
    // The path of a page of mail names a letter in somebody's box.
    page: pageOf(host, kind === 'mail' ? '/' : address.pathname),
    words: kind === 'search' ? wordsOf(address) : null,
  }
}

const bareHost = (host: string): string => host.replace(/^www\./, '').replace(/\.$/, '')

function appReferrer(name: string): Referrer {
  const app = Object.hasOwn(androidApps, name) ? androidApps[name] : undefined
  return app ? { ...DIRECT, host: app[0], kind: app[1] } : DIRECT
}

const pageOf = (host: string, path: string): string => boundedLine(`${host}${readable(path)}`, LONGEST_PAGE)

function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

function wordsOf({ searchParams }: URL): string | null {
  const name = WORDS.find((word) => searchParams.get(word))
  return name === undefined ? null : searchedName(searchParams.get(name) ?? '')
}
