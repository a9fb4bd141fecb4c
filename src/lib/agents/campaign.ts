import { boundedLine } from '../text/bounded-line.ts'

const LONGEST_READ = 4_000
const LONGEST_NAME = 100

/** Marks that advertisers add of themselves; what they are set to names one click and is left out. */
const marks = [
  ['gclid', 'Google Ads'],
  ['gbraid', 'Google Ads'],
  ['wbraid', 'Google Ads'],
  ['n_media', 'Naver Ads'],
  ['fbclid', 'Facebook'],
  ['msclkid', 'Microsoft Ads'],
] as const

/** Name of the campaign whose link was followed, by the query of the page asked for. */
export function campaignOf(query: string): string | null {
  const params = new URLSearchParams(query.slice(0, LONGEST_READ))
  const tag = (name: string): string => {
    const value = boundedLine(params.get(name) ?? '', LONGEST_NAME)
    // Newsletters of some senders put the address of the reader there.
    return value.includes('@') ? '' : value
  }
  const named = tag('utm_campaign') || [tag('utm_source'), tag('utm_medium')].filter((part) => part !== '').join(' / ')
  return named.slice(0, LONGEST_NAME) || (marks.find(([name]) => params.has(name))?.[1] ?? null)
}
