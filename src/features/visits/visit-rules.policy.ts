import type { IncomingHttpHeaders } from 'node:http'
import ipaddr from 'ipaddr.js'
import type { SiteSettings } from '../settings/settings.types.ts'

/** What the owner settled about counting, ready to be asked at every page. */
export interface VisitRules {
  countsStaff: boolean
  botWords: readonly string[]
  /** Reads here, and is nobody to the counter. */
  ignores(address: string | undefined): boolean
  /**
   * Asks not to be followed, and the owner listens. It counts all the same, by the mark of the day whose key is destroyed, for a figure that left
   * these people out would be wrong and tell of nobody what this one tells; but it gets no cookie, and neither pages nor facts nor address are kept.
   */
  isQuiet(headers: IncomingHttpHeaders): boolean
}

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

const made = new WeakMap<SiteSettings, VisitRules>()

/** Settings stay the same object while they are remembered: each is read into rules once. */
export function visitRulesOf(settings: SiteSettings): VisitRules {
  const known = made.get(settings)
  if (known) return known
  const ranges = linesOf(settings.visitUncountedAddresses).flatMap(({ text }) => rangeOf(text) ?? [])
  const rules: VisitRules = {
    countsStaff: settings.visitCountStaff,
    botWords: linesOf(settings.visitBotWords).map(({ text }) => text),
    ignores: (address) => ranges.length > 0 && isWithin(address ?? '', ranges),
    isQuiet: (headers) => settings.visitHonoursSignals && (headers.dnt === '1' || headers['sec-gpc'] === '1'),
  }
  made.set(settings, rules)
  return rules
}

/** Lines that say something, with the number under which their writer sees them. */
export const linesOf = (text: string): { text: string; number: number }[] =>
  text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => line.text !== '')

/** `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`; null for anything else, and for the whole internet. */
function rangeOf(text: string): Range[] | null {
  const [address = '', bits, ...more] = text.split('/')
  // Short forms that stand for an address (`10`, `0x7f.1`) are slips here.
  if (more.length > 0 || !(ipaddr.IPv4.isValidFourPartDecimal(address) || (address.includes(':') && ipaddr.IPv6.isValid(address))))
    return null
  const known = ipaddr.process(address)
  const longest = known.kind() === 'ipv4' ? 32 : 128
  const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : 0
  return length >= 1 && length <= longest ? [[known, length]] : null
}

export const isUncountable = (text: string): boolean => rangeOf(text) !== null

function isWithin(address: string, ranges: readonly Range[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const known = ipaddr.process(address)
  return ranges.some(([range, length]) => range.kind() === known.kind() && known.match(range, length))
}

const SHORTEST_WORD = 4

/** Browsers and apps in which people read: a word that one of them bears would make bots of them. */
const people = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0 OPR/120.0.0.0 Whale/4.34.340.19',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 FxiOS/145.0 EdgiOS/142.0 GSA/380.0 Mobile/15E148',
  'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; SM-S918N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36 KAKAOTALK 2410430',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148 NAVER(inapp; search; 2000; 12.5.1; 15PROMAX) DaumApps/7.0 BAND/20.1 Line/15.0 everytimeApp',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148 Instagram 380.0 Threads [FBAN/FBIOS;FBAV/500.0;FBDV/iPhone15,3] Twitter for iPhone/10.0 musical_ly',
  'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
].map((agent) => agent.toLowerCase())

export const isBotWord = (word: string): boolean =>
  [...word].length >= SHORTEST_WORD && !people.some((agent) => agent.includes(word.toLowerCase()))
