import { isDatabaseUnavailable } from './errors.ts'

/** Does a piece of work, in one transaction with those that came while the one before was under way. */
export type Together<Work, Made> = (key: number, work: Work) => Promise<Made>

interface Waiting<Work, Made> {
  work: Work
  made: (made: Made) => void
  failed: (error: unknown) => void
}

/**
 * For work that takes the same lock under the same key: what comes while a transaction is under way would only wait for that lock, each with a
 * connection of the pool, statement after statement. Here it waits without one, and is done in one transaction with one COMMIT. A quiet site
 * never notices: nobody waits to be joined by others.
 * @param most so many at once, that nobody waits long for the others' rows
 * @param doAll answers what it made, in the order of the work; all of it stands, or nothing
 */
export function createTogether<Work, Made>(
  most: number,
  doAll: (key: number, works: readonly Work[]) => Promise<readonly Made[]>,
): Together<Work, Made> {
  const queues = new Map<number, Waiting<Work, Made>[]>()

  const doAlone = async (key: number, each: Waiting<Work, Made>) => {
    try {
      const [made] = await doAll(key, [each.work])
      each.made(made as Made)
    } catch (error) {
      each.failed(error)
    }
  }
  const doBatch = async (key: number, batch: Waiting<Work, Made>[]) => {
    const [only] = batch
    if (batch.length === 1 && only) return doAlone(key, only)
    try {
      const made = await doAll(
        key,
        batch.map(({ work }) => work),
      )
      for (const [index, each] of batch.entries()) each.made(made[index] as Made)
    } catch (error) {
      // A database that is away would be waited for by each of them once more.
      if (isDatabaseUnavailable(error)) for (const each of batch) each.failed(error)
      // One was refused, and nothing stands: the others must not suffer for it.
      else for (const each of batch) await doAlone(key, each)
    }
  }
  const goOn = async (key: number, queue: Waiting<Work, Made>[]) => {
    while (queue.length > 0) await doBatch(key, queue.splice(0, most))
    queues.delete(key)
  }

  return (key, work) =>
    new Promise((made, failed) => {
      const waiting = queues.get(key)
      if (waiting) return waiting.push({ work, made, failed })
      const queue = [{ work, made, failed }]
      queues.set(key, queue)
      return void goOn(key, queue)
    })
}
