import { type Embed, type EmbedKind, embedKinds } from './embed-kinds.ts'
import { escapeHtml } from './escape.ts'
import { LINK_REL } from './links.ts'

const kindsByHost: ReadonlyMap<string, EmbedKind> = new Map(embedKinds.flatMap((kind) => kind.hosts.map((host) => [host, kind] as const)))

/** The hosts that a page may ever show in a frame: what the Content-Security-Policy lists, and what the sanitiser lets stand. */
export const frameHosts: readonly string[] = [...new Set(embedKinds.flatMap(({ frameHosts }) => frameHosts))]

/**
 * What an address shows, if it is one of theirs. The host must be written as it is read: with another sign, a user name, a port or a dot
 * beside it, it is an attempt to look like them.
 */
export function embedOf(href: string): Embed | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  if (!/^https?:$/.test(url.protocol) || !href.toLowerCase().startsWith(`${url.protocol}//${url.hostname}/`)) return null
  return kindsByHost.get(url.hostname)?.find(url) ?? null
}

/** A link until somebody presses play: before that nothing is asked of the other site, not even a picture. */
export function embedHtml(href: string, { name, shape, frame }: Embed): string {
  const address = href.replace(/^https?:\/\/(?:www\.)?/, '')
  return (
    `<div class="embed embed--${shape}" data-frame="${escapeHtml(frame)}"><a href="${escapeHtml(href)}" rel="${LINK_REL}">` +
    `<span class="embed__kind">${name}</span><span class="embed__address">${escapeHtml(address)}</span></a></div>\n`
  )
}

/** Our own making: a host of theirs, and signs of which none could mean anything else to markup or to an address. */
export const isFrameAddress = (address: string): boolean =>
  frameHosts.some((host) => address.startsWith(`https://${host}/`)) && /^[\w\-./:?&=%]+$/.test(address)
