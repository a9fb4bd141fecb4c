import { isbot } from 'isbot'
import { firstName } from './agent-text.ts'
import { knownBots } from './known-bots.ts'

const LONGEST_NAME = 40
/** What an agent calls itself that sends none of these is not its name. */
const NO_NAMES =
  /^(mozilla|applewebkit|khtml|gecko|like|compatible|safari|chrome|version|mobile|linux|windows|macintosh|x11|x86_64|win64|x64|unknown)$/i

const names = (word: string, agent: string): boolean => word.trim() !== '' && agent.toLowerCase().includes(word.trim().toLowerCase())

/** It says itself that nobody looks: by having no name, by one that is known, or by a word that the owner knows. */
export const isBotAgent = (agent: string, words: readonly string[]): boolean =>
  agent === '' || words.some((word) => names(word, agent)) || firstName(knownBots, agent) !== null || isbot(agent)

/** One short name for a bot: the well-known, else the owner's word, else what it calls itself first. */
export function botName(agent: string, words: readonly string[]): string {
  const name = firstName(knownBots, agent) ?? words.find((word) => names(word, agent))?.trim() ?? ownName(agent)
  return name.slice(0, LONGEST_NAME)
}

function ownName(agent: string): string {
  const products = agent
    .replace(/https?:\/\/\S+/g, ' ')
    .split(/[\s/;,()+[\]"']+/)
    .filter((product) => /\p{L}/u.test(product) && !NO_NAMES.test(product) && !product.includes('@'))
  // Behind the words of a browser, what is no browser's stands somewhere.
  const hidden = agent.startsWith('Mozilla/') ? products.find((product) => /bot|crawl|spider|fetch|preview|scan/i.test(product)) : undefined
  return hidden ?? products[0] ?? 'unnamed'
}
