import type { Request } from 'autocannon'
import { createAgent } from '../test/support/agent.ts'
import { benchLogin, PASSWORD } from './corpora.ts'

export interface BenchReader {
  headers: Record<string, string>
}

export interface BenchMember extends BenchReader {
  token: string
}

export const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

const common = {
  'user-agent': BROWSER,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'accept-language': 'ko-KR,ko;q=0.9,en;q=0.8',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}

/** A new one each time: limits by address, and visitors, tell them apart. */
export const addressOf = (number: number): string => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

/** Guests who have been here before today, each behind an address of their own. */
export async function guestsOf(url: string, count: number): Promise<BenchReader[]> {
  const readers: BenchReader[] = []
  for (let number = 1; number <= count; number += 1) {
    const headers = { ...common, 'x-forwarded-for': addressOf(number) }
    const answer = await fetch(url, { headers })
    await answer.arrayBuffer()
    readers.push({
      headers: {
        ...headers,
        cookie: answer.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
    })
  }
  return readers
}

export async function membersOf(url: string, count: number, first = 1): Promise<BenchMember[]> {
  const members: BenchMember[] = []
  for (let number = first; number < first + count; number += 1) {
    const headers = { ...common, 'x-forwarded-for': addressOf(100_000 + number) }
    const agent = createAgent(url, { headers })
    await agent.submit(await agent.get('/login'), 'form#login', { login: benchLogin(number), password: PASSWORD })
    const token = (await agent.get('/me')).root.querySelector('[name=_csrf]')?.getAttribute('value')
    if (!token) throw new Error(`${benchLogin(number)} could not log in`)
    const cookie = [...agent.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    members.push({ token, headers: { ...headers, cookie } })
  }
  return members
}

/** Takes one after the other, from the beginning when all were taken. */
export function inTurn<T>(items: readonly T[]): () => T {
  let next = 0
  return () => items[next++ % items.length] as T
}

export const get = (path: string, { headers }: BenchReader, more: Record<string, string> = {}): Request => ({
  method: 'GET',
  path,
  headers: { ...headers, ...more },
})

export const post = (path: string, { headers, token }: BenchMember, fields: Record<string, string>): Request => ({
  method: 'POST',
  path,
  headers: { ...headers, 'x-csrf-token': token, 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})
