/** `value` if it is an address on this site, else the fallback: whatever a browser would read as another origin is not ours. */
export function returnTo(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 2_000 || !/^\/(?![/\\])/.test(value) || hasControls(value) || value.includes('\\'))
    return fallback
  const url = URL.parse(value, ORIGIN)
  // "/.//evil.example" is a path here and another host to the browser that is sent there.
  if (url === null || url.origin !== ORIGIN || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

/** Where to go on after logging in. Not back to the forms for those who are not: they would ask again for what was just done. */
export function returnToAfterLogIn(value: unknown): string {
  const path = returnTo(value)
  return forGuests.test(path) ? '/' : path
}

const forGuests = /^\/(login|logout|signup|password|setup|preferences)([/?#]|$)/

const ORIGIN = 'http://this.site.invalid'

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, so that "/\t/e" would become "//e"
const hasControls = (value: string) => /[\u0000-\u0020\u007f-\u00a0]/.test(value)
