/** What browsers and systems call themselves in an agent; a bot dressed as one of them has another name. */
const NO_NAMES = new Set(
  (
    'mozilla applewebkit webkit khtml like gecko compatible safari chrome chromium firefox version mobile build edge edg opr opera presto msie ' +
    'trident windows nt win64 x64 wow64 macintosh intel mac os x cpu iphone ipad android linux x11 x86_64 i586 i686 ubuntu u k wv unknown and'
  ).split(' '),
)
const VERSION = /^(?:v?\d[\d._]*[a-z]?\d{0,3}|rv:\S*|mailto:\S*|[a-z]{2}[-_][a-z]{2})$/i
/** Words for what bots do, which in a browser's dress mark the part that is the bot's; alone they are no name. */
const CRAFT = /(?<!cu)bot|crawl|spider|fetch|preview|scan|scrap|monitor/i
const BARE_CRAFT = /^(?:ro)?bot$|^(?:web)?crawler$|^spider$|^fetcher$|^preview$|^monitor(?:ing)?$/i

/** What a bot calls itself, its words as they stand: behind a browser's dress where it wears one; else the site that it gives; '' when it says nothing. */
export function ownName(agent: string): string {
  const parts = partsOf(agent)
  if (!agent.startsWith('Mozilla/')) return parts[0] ?? siteOf(agent)
  const marked = parts.find((part) => CRAFT.test(part) && !BARE_CRAFT.test(part))
  // The first comment tells the system and the make of the device, unless it says "compatible".
  return marked ?? partsOf(agent.replace(/\([^()]*\)/, keepCompatible)).find((part) => !BARE_CRAFT.test(part)) ?? siteOf(agent)
}

const keepCompatible = (comment: string): string => (comment.includes('compatible') ? comment : ' ')

const partsOf = (agent: string): string[] =>
  agent
    .replace(/\+?https?:\/\/\S+/g, ';')
    .split(/[;/,()+[\]"|]|\s-\s|\sMozilla(?=\s|\/|$)/)
    .map(nameIn)
    .filter((part) => /\p{L}/u.test(part))

const nameIn = (part: string): string =>
  part
    .split(/\s+/)
    .filter((word) => word !== '' && !NO_NAMES.has(word.toLowerCase()) && !VERSION.test(word) && !word.includes('@'))
    .join(' ')

const siteOf = (agent: string): string => URL.parse(/https?:\/\/[^\s;,)]+/.exec(agent)?.[0] ?? '')?.hostname.replace(/^www\./, '') ?? ''
