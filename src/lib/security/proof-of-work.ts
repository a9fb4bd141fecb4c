import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { AppContext } from '../../context.ts'

/**
 * Of 256 tries one fits: a phone finds it within seconds while its owner types, and a program that fills boards has to do it for each text. To
 * give the work out costs nothing, however many ask for it; to look at what was found, one try.
 */
const COST = 6_000
const LIFE_SECONDS = 2 * 3_600

type Needs = Pick<AppContext, 'config' | 'clock' | 'redis'>

const secretOf = ({ config }: Pick<Needs, 'config'>) => ({ hmacSignatureSecret: `work ${config.sessionSecret ?? ''}` })

/** Work for a browser to do, which it alone can show to be done. Nothing is kept of it here. */
export const newWork = (ctx: Needs): Promise<Challenge> =>
  createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: COST, keyPrefix: '00', deriveKey },
    expiresAt: new Date(ctx.clock.now().getTime() + LIFE_SECONDS * 1000),
    ...secretOf(ctx),
  })

/**
 * Whether it was done, and for nothing else before.
 * @param shown what came with the form: JSON, in base64
 * @param purpose of the form: one that comes twice is no second one
 */
export async function isWorkDone(ctx: Needs, shown: string, purpose: string): Promise<boolean> {
  const payload = payloadOf(shown)
  if (payload === null) return false
  const { verified } = await verifySolution({ ...payload, deriveKey, ...secretOf(ctx) }).catch(() => ({ verified: false }))
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
