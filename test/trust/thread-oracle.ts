/** What a thread has to look like, computed as plainly as it can be said: every comment in a list, everything else counted anew each time. */
export interface Said {
  number: number
  parent: Said | null
  by: number
  body: string
  status: 'visible' | 'hidden' | 'deleted'
}

export interface ThreadOracle {
  all: Said[]
  accepted: Said | null
  locked: boolean
}

export const emptyThread = (): ThreadOracle => ({ all: [], accepted: null, locked: false })

// Each answers whether the act is allowed; what is not changes nothing.

export function say({ all, locked }: ThreadOracle, by: number, { body, parent }: { body: string; parent: Said | null }): boolean {
  if (locked || (parent !== null && parent.status !== 'visible')) return false
  all.push({ number: all.length + 1, parent, by, body, status: 'visible' })
  return true
}

export function edit({ locked }: ThreadOracle, by: number, { said, body }: { said: Said; body: string }): boolean {
  if (locked || said.by !== by || said.status !== 'visible') return false
  said.body = body
  return true
}

/** Taking back twice is once. */
export const takeBack = (thread: ThreadOracle, by: number, said: Said): boolean =>
  said.by === by && said.status !== 'hidden' && become(thread, said, 'deleted')

export const hide = (thread: ThreadOracle, said: Said): boolean => said.status !== 'deleted' && become(thread, said, 'hidden')

export const unhide = (thread: ThreadOracle, said: Said): boolean => said.status !== 'deleted' && become(thread, said, 'visible')

function become(thread: ThreadOracle, said: Said, status: Said['status']): true {
  said.status = status
  if (status !== 'visible' && thread.accepted === said) thread.accepted = null
  return true
}

export function accept(thread: ThreadOracle, said: Said, wish: 'yes' | 'no'): boolean {
  if (thread.locked || said.status !== 'visible') return false
  if (wish === 'yes') thread.accepted = said
  else if (thread.accepted === said) thread.accepted = null
  return true
}

export const count = ({ all }: ThreadOracle): number => all.filter(({ status }) => status === 'visible').length

/** From top to bottom. A deleted one stands there for what was answered to it. */
export function drawn({ all }: ThreadOracle): { said: Said; depth: number }[] {
  const repliesTo = (to: Said | null) => all.filter(({ parent }) => parent === to)
  const isDrawn = (said: Said): boolean => said.status !== 'deleted' || repliesTo(said).some(isDrawn)
  const below = (to: Said | null, depth: number): { said: Said; depth: number }[] =>
    repliesTo(to)
      .filter(isDrawn)
      .flatMap((said) => [{ said, depth }, ...below(said, depth + 1)])
  return below(null, 0)
}
