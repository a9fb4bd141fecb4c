import { botLines } from './bot-agents.corpus.ts'
import { peopleLines } from './people-agents.corpus.ts'

const fieldsOf = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))

/** What is known of each user agent, with where its format is written down. */
export const people = fieldsOf(peopleLines).map(([source = '', browser, system, device, app, agent = '']) => ({
  ...{ source, agent },
  facts: { browser, system, device, app: app === '-' ? null : app },
}))

export const bots = fieldsOf(botLines).map(([source = '', name, agent = '']) => ({ source, agent, name }))
