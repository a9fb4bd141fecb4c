import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import { TooManyRequests } from '../http/errors.ts'

export interface Passwords {
  /** @throws TooManyRequests when too many wait */
  hash(password: string): Promise<string>
  /** Takes as long for an account that doesn't exist (`hash` null) as for one that does. */
  verify(password: string, hash: string | null): Promise<boolean>
}

/** 190 ms on two slow cores: with the queue below, a log-in is answered within three seconds or refused at once. */
const COST = 11
/** bcrypt runs in the four threads that files and name look-ups share: a flood of log-ins must leave them two. */
const AT_ONCE = 2
const MAY_WAIT = 20
const RETRY_AFTER_SECONDS = 5

/** `cost` is bcrypt's; tests take a low one, nothing else does. */
export function createPasswords(cost = COST): Passwords {
  const inTurn = createQueue(AT_ONCE, MAY_WAIT)
  // Well-formed, and of no password: comparing with it takes its full time.
  const nobodysHash = `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`
  return {
    hash: (password) => inTurn(() => bcrypt.hash(fitted(password), cost)),
    verify: (password, hash) => inTurn(async () => (await bcrypt.compare(fitted(password), hash ?? nobodysHash)) && hash !== null),
  }
}

function createQueue(atOnce: number, mayWait: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= mayWait) throw new TooManyRequests(RETRY_AFTER_SECONDS, 'too many log-ins at once')
      await new Promise<void>((go) => waiting.push(go))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // A place is handed on, so that nobody slips in between.
      if (next) next()
      else running -= 1
    }
  }
}

/**
 * bcrypt reads 72 bytes, which is 24 syllables of Hangul, and stops at a NUL; a digest in base64 has neither trouble. NFKC first: a Mac types
 * the same password in other code points. The key is no secret and never changes: it keeps digests out of other sites' leaks from fitting
 * here. The session secret would lock every member out with its loss.
 */
const fitted = (password: string): string =>
  createHmac('sha256', 'madang password v1').update(password.toWellFormed().normalize('NFKC')).digest('base64')
