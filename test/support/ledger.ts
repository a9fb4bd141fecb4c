import type { AppContext } from '../../src/context.ts'
import { findDifferences } from '../../src/features/posts/counts/counts.service.ts'
import { type Agent, createAgent } from './agent.ts'
import type { Person } from './factories.ts'

/** The same member's browser, led to another process. */
export function browserAt({ url }: { url: string }, { agent }: Pick<Person, 'agent'>): Agent {
  const other = createAgent(url, { headers: { ...agent.headers } })
  for (const [name, value] of agent.cookies) other.cookies.set(name, value)
  return other
}

/** One request; what was not even begun, because the process had too much to do, is sent once more, as a browser's reader would. */
export async function send(agent: Agent, path: string, fields: Record<string, string>): Promise<{ status: number; to: string }> {
  for (;;) {
    const answer = await agent.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    await answer.arrayBuffer()
    if (answer.status !== 503) return { status: answer.status, to: answer.headers.get('location') ?? '' }
    await new Promise((wait) => setTimeout(wait, 50))
  }
}

/** What `counts:check` would find. Ranks are made after COMMIT, by whoever comes first or the job: they are not awaited here. */
export const differencesOf = async (ctx: AppContext) =>
  (await Array.fromAsync(findDifferences(ctx))).filter(({ what }) => what !== 'ranked posts')
