import { expect, test } from 'vitest'
import { isDeclaredBot, visitFacts } from '../../../src/features/visits/visit-facts.policy.ts'
import { bots, people } from './agents.corpus.ts'

const page = { query: '', host: 'madang.example' }
const factsOf = (agent: string, bot: boolean) => visitFacts({ 'user-agent': agent }, page, { bot, botWords: [] })
const isBot = (agent: string) => isDeclaredBot({ 'user-agent': agent }, [])

test('the corpus is broad enough to say something, and every line names its source', () => {
  const agents = [...people, ...bots]
  expect(people.length).toBeGreaterThanOrEqual(150)
  expect(bots.length).toBeGreaterThanOrEqual(150)
  expect(new Set(agents.map(({ agent }) => agent)).size).toBe(agents.length)
  expect(agents.filter(({ source, agent }) => source === '' || agent === '')).toEqual([])
})

test('people and bots are told apart, 99 of 100 at least', () => {
  const wrong = [
    ...people.filter(({ agent }) => isBot(agent)).map(({ agent }) => `a person: ${agent}`),
    ...bots.filter(({ agent }) => !isBot(agent)).map(({ agent }) => `a bot: ${agent}`),
  ]
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual((people.length + bots.length) / 100)
})

test('browser, system, device and app of people are the right ones', () => {
  const wrong = people.flatMap(({ agent, facts }) => {
    const { browser, system, device, app } = factsOf(agent, false)
    const found = { browser, system, device, app }
    return JSON.stringify(found) === JSON.stringify(facts) ? [] : [{ agent, found, facts }]
  })
  expect(wrong).toEqual([])
})

test('bots have their names', () => {
  const wrong = bots
    .map(({ agent, name }) => ({ agent, name, found: factsOf(agent, true).bot }))
    .filter(({ name, found }) => name !== found)
  expect(wrong).toEqual([])
})
