import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { AppContext } from '../../context.ts'

/** A phone finds it within seconds while its owner types; a program that fills boards has to do it for each text. */
const COST = 20_000
const ROUNDS = { least: 30, most: 120 }
const LIFE_SECONDS = 2 * 3_600

type Needs = Pick<AppContext, 'config' | 'clock' | 'redis'>

const secretsOf = ({ config }: Pick<Needs, 'config'>) => {
  const secret = config.sessionSecret ?? ''
  return { hmacSignatureSecret: `work ${secret}`, hmacKeySignatureSecret: `found ${secret}` }
}

/** Work for a browser to do, which it alone can show to be done. Nothing is kept of it here. */
export const newWork = (ctx: Needs): Promise<Challenge> =>
  createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: COST, counter: randomInt(ROUNDS.most, ROUNDS.least), deriveKey },
    expiresAt: new Date(ctx.clock.now().getTime() + LIFE_SECONDS * 1000),
    ...secretsOf(ctx),
  })

/**
 * Whether it was done, and for nothing else before.
 * @param shown what came with the form: JSON, in base64
 * @param purpose of the form: one that comes twice is no second one
 */
export async function isWorkDone(ctx: Needs, shown: string, purpose: string): Promise<boolean> {
  const payload = payloadOf(shown)
  if (payload === null) return false
  const { verified } = await verifySolution({ ...payload, deriveKey, ...secretsOf(ctx) }).catch(() => ({ verified: false }))
  if (!verified) return false
  const key = `work:${payload.challenge.signature}`
  return (await ctx.redis.set(key, purpose, { NX: true, EX: LIFE_SECONDS })) !== null || (await ctx.redis.get(key)) === purpose
}

function payloadOf(shown: string): Payload | null {
  try {
    const payload = JSON.parse(Buffer.from(shown, 'base64').toString('utf8')) as Payload | null
    return typeof payload?.challenge?.parameters === 'object' && payload.challenge.parameters !== null ? payload : null
  } catch {
    return null
  }
}
