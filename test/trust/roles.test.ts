import { expect, test } from 'vitest'
import { logIn } from '../support/factories.ts'
import { type FilledSite, fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'
import { addressOf, agentsOf, doorsOf, endsSession, placesOf, roles } from './doors.ts'

const site = useSite()

/**
 * TRUST #38: who gets what at every door, on a post that everyone reads, a hidden comment, a hidden post, a post for members, one for staff. Forms are sent with their token
 * and nothing in them: 422 says that one was let in. In order, so that what an act left behind is met by the next.
 */
test('the table of doors, places and roles is as reviewed', async () => {
  const filled = await fillSite(site)
  const lines: string[] = []
  const agents = await agentsOf(filled)
  for (const method of ['GET', 'POST'] as const) lines.push(...(await table(filled, method, agents)))
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./roles.snapshot.txt')
}, 240_000)

async function table(filled: FilledSite, method: 'GET' | 'POST', agents: Awaited<ReturnType<typeof agentsOf>>): Promise<string[]> {
  const places = await placesOf(filled)
  const lines: string[] = []
  for (const door of doorsOf(filled, method)) {
    for (const [name, place] of Object.entries(door.path.startsWith('/:board') ? places : { '': places.free })) {
      if ((name === 'silenced' && !door.path.includes(':comment')) || (name === 'hidden' && !door.path.includes(':number'))) continue
      const answers: string[] = []
      for (const role of roles) {
        const agent = endsSession(door) && role !== 'guest' ? await again(filled, role) : agents[role]
        // An error as JSON is a quick one.
        const headers = { accept: 'text/html;q=0.5, application/json', 'sec-fetch-site': 'same-origin' }
        const init = method === 'POST' ? { method, body: new URLSearchParams(), headers } : { headers }
        answers.push(`${role} ${outcome(await agent.request(addressOf(door.path, place), init))}`)
      }
      lines.push(`${method.padEnd(4)} ${door.path.padEnd(42)} ${name.padEnd(8)} ${answers.join('  ')}`)
    }
  }
  return lines
}

const again = (filled: FilledSite, role: Exclude<(typeof roles)[number], 'guest'>) =>
  role === 'administrator' ? logInByNickname('살림꾼') : logIn(filled, filled.people[role].login)

async function logInByNickname(nickname: string) {
  const { login } = await site.ctx.db('members').where({ nickname }).first('login')
  return logIn(site, login)
}

function outcome(response: Response): string {
  const to = response.headers.get('location')
  return response.status === 401 || to?.startsWith('/login') ? 'login' : String(response.status)
}
