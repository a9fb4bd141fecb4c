/** Where a link in somebody's text may lead: another site by http(s), a mailbox, or a path of our own. */

const elsewhere = /^(?:https?:\/\/[^/\\\s]|mailto:[^\s]+@)/i
/** One slash and no other: `//evil.example` and `/\evil.example` are other sites to a browser. */
const ownPath = /^\/(?![/\\])/

/** A place within the same text: a heading, a note, or where the note is named. */
const ownPlace = /^#(?:section|note|noteref)-\d{1,3}$/

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, so "java\tscript:" would pass
const invisible = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/

export const isSafeLink = (href: string): boolean =>
  !invisible.test(href) && (isOwnPath(href) || (elsewhere.test(href) && URL.canParse(href)))

export const isOwnPath = (href: string): boolean => ownPath.test(href) || ownPlace.test(href)

/** Search engines give nothing for links that members set, and the other site learns nothing of the window it came from. */
export const LINK_REL = 'nofollow ugc noopener'
