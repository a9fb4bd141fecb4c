import { isbot } from 'isbot'
import { remembered } from '../cache/remember.ts'
import { firstName } from './agent-text.ts'
import { knownBots } from './known-bots.ts'
import { ownName } from './own-name.ts'

const LONGEST_NAME = 40

const names = (word: string, agent: string): boolean => word.trim() !== '' && agent.toLowerCase().includes(word.trim().toLowerCase())

const KEPT = 500
const isKnownBot = remembered(KEPT, (agent) => firstName(knownBots, agent) !== null || isbot(agent))

/** It says itself that nobody looks: by having no name, by one that is known, or by a word that the owner knows. */
export const isBotAgent = (agent: string, words: readonly string[]): boolean =>
  agent === '' || words.some((word) => names(word, agent)) || isKnownBot(agent)

/** One short name for a bot: the well-known, else the owner's word, else what it calls itself. */
export function botName(agent: string, words: readonly string[]): string {
  const name = firstName(knownBots, agent) ?? words.find((word) => names(word, agent))?.trim() ?? ownName(agent)
  return [...name].slice(0, LONGEST_NAME).join('').trim() || 'unnamed'
}
