import { setTimeout as sleep } from 'node:timers/promises'
import { type RequestHandler, Router } from 'express'
import { shareAnswer } from '../cache/share-answer.ts'
import type { Db } from '../db/db.ts'
import { pingDatabase } from '../db/ping.ts'
import type { Replica } from '../db/replica.ts'
import type { Redis } from '../redis/redis.ts'

const ANSWER_WITHIN_MS = 1_000

type Answer = 'ok' | 'unavailable'

/** `/healthz`: this process lives. `/readyz`: it can serve, or which server keeps it from that. */
export function healthRoutes({ db, redis, replicas = [] }: { db: Db; redis: Redis; replicas?: readonly Replica[] }): Router {
  // Watchers that ask while the servers hang must not use up the pool.
  const askDatabase = shareAnswer(() => answers(pingDatabase(db)))
  const askReplicas = shareAnswer(() => Promise.all(replicas.map(stateOf)))
  const askRedis = shareAnswer(() => answers(redis.ping()))
  const router = Router()
  router.use(['/healthz', '/readyz'], neverCached)
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const [database, redisAnswer, copies] = await Promise.all([askDatabase(), askRedis(), askReplicas()])
    const ready = database === 'ok' && redisAnswer === 'ok'
    if (!ready) res.set('Retry-After', '5')
    // Without its replicas a site is slower, and ready all the same.
    const told = copies.length > 0 ? { replicas: copies } : {}
    res.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', database, redis: redisAnswer, ...told })
  })
  return router
}

async function stateOf(replica: Replica): Promise<Answer | 'behind'> {
  const answer = await answers(pingDatabase(replica.db))
  return answer === 'ok' && replica.isBehind() ? 'behind' : answer
}

const neverCached: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

async function answers(question: Promise<unknown>): Promise<Answer> {
  const asked = question.then(() => 'ok' as const).catch(() => 'unavailable' as const)
  return Promise.race([asked, sleep(ANSWER_WITHIN_MS, 'unavailable' as const, { ref: false })])
}
