/** `value` if it is an address on this site, else the fallback: whatever a browser would read as another origin is not ours. */
export function returnTo(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 2_000 || !/^\/(?![/\\])/.test(value) || hasControls(value) || value.includes('\\'))
    return fallback
  const url = URL.parse(value, ORIGIN)
  return url !== null && url.origin === ORIGIN && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : fallback
}

const ORIGIN = 'http://this.site.invalid'

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, so that "/\t/e" would become "//e"
const hasControls = (value: string) => /[\u0000-\u0020\u007f-\u00a0]/.test(value)
