const LONGEST_PATH = 200

/** The address of a page that is not there, without what was asked of it. */
export const missingName = (path: string): string => path.normalize('NFC').slice(0, LONGEST_PATH)

/** Where a link to it stands; null where nobody says. */
export function linkName(referrer: string | undefined, ownHost: string): string | null {
  if (referrer === undefined || !URL.canParse(referrer)) return null
  const { protocol, host, pathname } = new URL(referrer)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return `${host === ownHost ? '' : host}${pathname}`.slice(0, LONGEST_PATH)
}
