/** First segments under which what follows is open to everybody and worth telling apart. */
const apart: ReadonlySet<string> = new Set(['pages', 'tags', 'groups'])

export interface PageName {
  name: string
  /** The first segment, where it may be a board's. */
  boardSlug: string | null
}

/**
 * What statistics call a page. Of a board its list, its posts and its form, whatever filter or page of the list was shown; of everything else
 * its first segment alone: what follows there may be a name of somebody, or a secret.
 * @param fixed first segments that are no boards
 */
export function pageName(path: string, fixed: ReadonlySet<string>): PageName {
  const [first = '', second = ''] = path.split('/').slice(1, 3)
  if (first === '') return { name: '/', boardSlug: null }
  if (fixed.has(first)) return { name: apart.has(first) && second !== '' ? `/${first}/${decoded(second)}` : `/${first}`, boardSlug: null }
  return { name: /^(\d+|write)$/.test(second) ? `/${first}/${second}` : `/${first}`, boardSlug: first }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
