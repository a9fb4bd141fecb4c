const LONGEST_WORDS = 50
const LONGEST_PATH = 200

/** What was looked for, as statistics add it up; null for what may name somebody. */
export function searchedName(words: string): string | null {
  const name = words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  if (name === '' || [...name].length > LONGEST_WORDS || name.includes('@') || /\d[\d -]{6,}\d/.test(name)) return null
  return name
}

/** The address of a page that is not there, without what was asked of it. */
export const missingName = (path: string): string => path.normalize('NFC').slice(0, LONGEST_PATH)

/** Where a link to it stands; null where nobody says. */
export function linkName(referrer: string | undefined, ownHost: string): string | null {
  if (referrer === undefined || !URL.canParse(referrer)) return null
  const { protocol, host, pathname } = new URL(referrer)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return `${host === ownHost ? '' : host}${pathname}`.slice(0, LONGEST_PATH)
}
