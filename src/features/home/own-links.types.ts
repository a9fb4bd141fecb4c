import { isSafeLink } from '../../lib/html/links.ts'

export interface OwnLink {
  name: string
  path: string
}

/** A line each: a name, a blank, an address (http, https or a path of ours). @returns null when one of the lines is none */
export function readLinks(source: string): OwnLink[] | null {
  const lines = source.split('\n').map((line) => line.trim())
  const links = lines.filter(Boolean).map((line) => {
    const [, name, path] = /^(.+?)\s+(\S+)$/.exec(line) ?? []
    return name && path && !path.startsWith('#') && isSafeLink(path) ? { name, path } : null
  })
  return links.includes(null) ? null : (links as OwnLink[])
}
