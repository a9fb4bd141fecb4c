import type { IncomingHttpHeaders } from 'node:http'
import type { Agent } from './agent.ts'

/** The first version that Windows 11 gives for itself; 10 gives lower ones, and those before it 0. */
const WINDOWS_11 = 13

/** What some browsers tell beside their agent, which is alike for Windows 10 and 11 and says little of phones that ask as a desk would. */
export function withHints(agent: Agent, headers: IncomingHttpHeaders): Agent {
  const windows = agent.system === 'Windows' ? numberIn(headers['sec-ch-ua-platform-version']) : 0
  const isPhone = headers['sec-ch-ua-mobile'] === '?1' && agent.system !== 'iPadOS'
  return {
    ...agent,
    system: windows >= WINDOWS_11 ? 'Windows 11' : windows > 0 ? 'Windows 10' : agent.system,
    device: isPhone ? 'phone' : agent.device,
  }
}

const numberIn = (header: string | string[] | undefined): number => Number(/^"(\d{1,3})\./.exec(String(header ?? ''))?.[1] ?? 0)
