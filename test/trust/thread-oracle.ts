/** What a thread has to look like, computed as plainly as it can be said: every comment in a list, everything else counted anew each time. */
export interface Said {
  number: number
  parent: Said | null
  by: number
  body: string
  status: 'visible' | 'hidden' | 'deleted'
  /** It was the accepted answer when it was deleted. */
  wasAccepted: boolean
  /** By voter. */
  votes: Map<number, 'up' | 'down'>
}

export type Sort = 'oldest' | 'newest' | 'best'

export interface ThreadOracle {
  all: Said[]
  accepted: Said | null
  pinned: Said | null
  locked: boolean
}

export const emptyThread = (): ThreadOracle => ({ all: [], accepted: null, pinned: null, locked: false })

// Each answers whether the act is allowed; what is not changes nothing.

export function say({ all, locked }: ThreadOracle, by: number, { body, parent }: { body: string; parent: Said | null }): boolean {
  if (locked || (parent !== null && parent.status !== 'visible')) return false
  all.push({ number: all.length + 1, parent, by, body, status: 'visible', wasAccepted: false, votes: new Map() })
  return true
}

export function edit({ locked }: ThreadOracle, by: number, { said, body }: { said: Said; body: string }): boolean {
  if (locked || said.by !== by || said.status !== 'visible') return false
  said.body = body
  return true
}

/** Taking back twice is once. */
export function takeBack(thread: ThreadOracle, by: number, said: Said): boolean {
  if (said.by !== by || said.status === 'hidden') return false
  if (said.status === 'visible') said.wasAccepted = thread.accepted === said
  return become(thread, said, 'deleted')
}

/** While the moment for it lasts: here it always does. */
export function undo(thread: ThreadOracle, by: number, said: Said): boolean {
  if (said.by !== by || said.status === 'hidden') return false
  if (said.status === 'deleted' && said.wasAccepted && thread.accepted === null) thread.accepted = said
  return become(thread, said, 'visible')
}

export const hide = (thread: ThreadOracle, said: Said): boolean => said.status !== 'deleted' && become(thread, said, 'hidden')

export const unhide = (thread: ThreadOracle, said: Said): boolean => said.status !== 'deleted' && become(thread, said, 'visible')

function become(thread: ThreadOracle, said: Said, status: Said['status']): true {
  said.status = status
  if (status !== 'visible' && thread.accepted === said) thread.accepted = null
  if (status !== 'visible' && thread.pinned === said) thread.pinned = null
  return true
}

/** Both are the asker's to say, while the question is open. */
export function choose(thread: ThreadOracle, what: 'accepted' | 'pinned', { said, wish }: { said: Said; wish: 'yes' | 'no' }): boolean {
  if (thread.locked || said.status !== 'visible') return false
  if (wish === 'yes') thread[what] = said
  else if (thread[what] === said) thread[what] = null
  return true
}

/** Not for one's own; under a locked post too. */
export function vote(said: Said, by: number, wish: 'up' | 'down' | 'none'): boolean {
  if (said.by === by || said.status !== 'visible') return false
  if (wish === 'none') said.votes.delete(by)
  else said.votes.set(by, wish)
  return true
}

export const votesFor = ({ votes }: Said): number => [...votes.values()].filter((choice) => choice === 'up').length

export const count = ({ all }: ThreadOracle): number => all.filter(({ status }) => status === 'visible').length

/** Those against taken off; what can't be read has none. */
const votesAll = (said: Said): number => (said.status === 'visible' ? 2 * votesFor(said) - said.votes.size : 0)

/** From top to bottom: whole threads in their order, replies always as they came. A deleted one stands there for what was answered to it. */
export function drawn({ all }: ThreadOracle, sort: Sort): { said: Said; depth: number }[] {
  const repliesTo = (to: Said | null) => all.filter(({ parent }) => parent === to)
  const isDrawn = (said: Said): boolean => said.status !== 'deleted' || repliesTo(said).some(isDrawn)
  const walk = (said: Said, depth: number): { said: Said; depth: number }[] =>
    isDrawn(said) ? [{ said, depth }, ...repliesTo(said).flatMap((reply) => walk(reply, depth + 1))] : []
  const roots = repliesTo(null)
  if (sort === 'newest') roots.reverse()
  if (sort === 'best') roots.sort((a, b) => votesAll(b) - votesAll(a) || a.number - b.number)
  return roots.flatMap((root) => walk(root, 0))
}

/** What stands above the threads, each once. */
export function onTop(thread: ThreadOracle, sort: Sort, { bestComments, bestVotes }: { bestComments: number; bestVotes: number }): Said[] {
  const chosen = new Set([thread.accepted, thread.pinned].filter((said) => said !== null))
  const best = thread.all
    .filter((said) => said.status === 'visible' && votesFor(said) >= bestVotes)
    .sort((a, b) => votesFor(b) - votesFor(a) || a.number - b.number)
    .slice(0, bestComments)
  const shown = sort !== 'best' && count(thread) > bestComments ? best.filter((said) => !chosen.has(said)) : []
  return [...chosen, ...shown]
}
