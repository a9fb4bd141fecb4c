import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { expect } from 'vitest'
import type { Agent } from './agent.ts'

/** A browser's end of a stream of events. */
export interface OpenStream {
  status: number
  headers: IncomingHttpHeaders
  /** All that came. */
  text(): string
  /** Data of the events that came. */
  told(): string[]
  ended(): boolean
  close(): void
}

const asBrowser = { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' }

export async function openStream(url: string, path: string, headers: Record<string, string> = {}): Promise<OpenStream> {
  // No pool: a stream would keep others waiting.
  const request = get(new URL(path, url), { headers: { ...asBrowser, ...headers }, agent: false })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => request.on('response', resolve).on('error', reject))
  let text = ''
  let ended = false
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  answer.on('close', () => {
    ended = true
  })
  answer.on('error', () => {})
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: () => text,
    told: () => [...text.matchAll(/^event: changed\ndata: (.*)$/gm)].map(([, data]) => String(data)),
    ended: () => ended,
    close: () => request.destroy(),
  }
}

/** How a post's page tells its browser to watch it, as of now. */
export async function watchAddress(agent: Agent, path: string): Promise<string> {
  const section = (await agent.get(path)).root.querySelector('.talk__live')
  const [key, last, changes] = ['key', 'last', 'changes'].map((name) => section?.getAttribute(`data-${name}`))
  if (!key) throw new Error(`nothing to watch on ${path}`)
  return `/live?on=${key}:${last}.${changes}`
}

export const soonTold = (stream: OpenStream) => expect.poll(() => stream.told().length, { interval: 10 })
