import type { Agent } from '../../support/agent.ts'

export interface Answer {
  status: number
  body: Record<string, string | number>
}

const asScript = { 'sec-fetch-site': 'same-origin', 'x-requested-with': 'fetch', accept: 'application/json' }

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

/** The four words of the protocol, as a script says them. */
export function partsOf(agent: Agent) {
  return {
    begin: async (name: string, bytes: number, { board = 'free', type = '', standing = 0 } = {}) =>
      answerOf(
        await agent.request(`/uploads/begin?board=${board}&standing=${standing}`, {
          method: 'POST',
          body: new URLSearchParams({ name, bytes: String(bytes), type }),
          headers: asScript,
        }),
      ),
    send: async (key: string | number | undefined, at: number, bytes: Buffer) =>
      answerOf(
        await agent.request(`/uploads/${key}?at=${at}`, {
          method: 'POST',
          body: new Uint8Array(bytes),
          headers: { ...asScript, 'content-type': 'application/octet-stream' },
        }),
      ),
    ask: async (key: string | number | undefined) => answerOf(await agent.request(`/uploads/${key}`, { headers: asScript })),
    cancel: async (key: string | number | undefined) =>
      answerOf(await agent.request(`/uploads/${key}/cancel`, { method: 'POST', headers: asScript })),
  }
}
