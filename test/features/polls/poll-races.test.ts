import { expect, test } from 'vitest'
import { votePoll } from '../../../src/features/polls/poll-votes.service.ts'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import { createAgent } from '../../support/agent.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { startWebProcesses } from '../../support/web-processes.ts'

const site = useSite()

const poll = {
  question: '어디로?',
  choices: ['바다', '산', '집'],
  most: 2,
  endsAt: null,
  results: 'always',
  named: false,
  fixed: false,
} as const
const setUp = async () => {
  const board = await aBoard(site, { slug: 'free' })
  const author = await aMember(site, 'mina')
  return { board, author, post: await aPost(site, board, author, { poll: { ...poll, choices: [...poll.choices] } }) }
}
const counts = async () => ({
  choices: (await site.ctx.db('poll_choices').orderBy('position')).map(({ voteCount }) => voteCount),
  voters: (await site.ctx.db('polls').first('voterCount')).voterCount,
})
const differences = () => Array.fromAsync(findDifferences(site.ctx))

test('two hundred votes at once through two processes are all counted, and one member’s fifty equal ones are one', async () => {
  await setUp()
  const people = await Promise.all(Array.from({ length: 20 }, (_, index) => aMember(site, `회원${index}`)))
  const webs = await startWebProcesses(site, 2, site.clock.now().toISOString())
  const agents = people.map(({ agent }, index) => {
    const at = createAgent(webs[index % 2]?.url ?? '')
    for (const [name, value] of agent.cookies) at.cookies.set(name, value)
    Object.assign(at.headers, agent.headers)
    return at
  })
  const send = (index: number, fields: Record<string, string>) =>
    agents[index % 20]?.request('/free/1/poll', {
      method: 'POST',
      body: new URLSearchParams({ action: 'vote', ...fields }),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  // Ten from each, changing all the time; what comes last wins, and the counts are those of the rows.
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => send(index, { [`choice${(index % 3) + 1}`]: String((index % 3) + 1) })),
  )
  expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([303]))
  expect([(await counts()).voters, await differences()]).toEqual([20, []])
  await Promise.all(Array.from({ length: 50 }, () => send(0, { choice1: '1', choice2: '2' })))
  const memberId = people[0]?.viewer.memberId ?? 0
  expect(await site.ctx.db('poll_votes').where({ memberId }).orderBy('position').pluck('position')).toEqual([1, 2])
  expect([(await counts()).voters, await differences()]).toEqual([20, []])
  await Promise.all(webs.map((web) => web.end()))
}, 60_000)

test('two hundred members who vote at once are counted one by one', async () => {
  const { board, author, post } = await setUp()
  const voters = Array.from({ length: 200 }, (_, index) => ({ ...author.viewer, memberId: 10_000 + index }))
  await Promise.all(voters.map((viewer, index) => votePoll(site.ctx, viewer, { board, post }, index % 4 === 0 ? [1, 2] : [3])))
  expect(await counts()).toEqual({ choices: [50, 50, 150], voters: 200 })
  await Promise.all(voters.map((viewer, index) => votePoll(site.ctx, viewer, { board, post }, index % 2 === 0 ? [] : [1])))
  expect(await counts()).toEqual({ choices: [100, 0, 0], voters: 100 })
}, 60_000)

test('counts of a poll that are wrong are found and counted anew', async () => {
  const { board, author, post } = await setUp()
  await votePoll(site.ctx, author.viewer, { board, post }, [1])
  await site.ctx.db('poll_choices').where({ position: 2 }).update({ voteCount: 7 })
  await site.ctx.db('polls').update({ voterCount: 3 })
  const found = await differences()
  expect(found.map(({ what, kept, counted }) => [what, kept, counted])).toEqual([
    ['poll votes', 7, 0],
    ['poll voters', 3, 1],
  ])
  for (const difference of found) await mendDifference(site.ctx, difference)
  expect([await counts(), await differences()]).toEqual([{ choices: [1, 0, 0], voters: 1 }, []])
})
