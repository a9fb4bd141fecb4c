import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AppContext } from '../../../context.ts'

const PROOF_BYTES = 12

type Secret = Pick<AppContext, 'config'>

/**
 * What a post's page gives its browser to watch it with. We signed it: when something happens on a post is told to those alone who were shown it, and
 * to know them the stream needs neither session nor database. It holds no reader and no moment, so that the page is the same for all.
 */
export const watchKeyOf = (ctx: Secret, postId: number): string => `${postId}.${proofOf(ctx, postId).toString('base64url')}`

/** null for what we did not give. */
export function readWatchKey(ctx: Secret, key: string): number | null {
  const [, id, proof = ''] = /^([1-9]\d{0,14})\.([\w-]{16})$/.exec(key) ?? []
  if (id === undefined) return null
  return timingSafeEqual(Buffer.from(proof, 'base64url'), proofOf(ctx, Number(id))) ? Number(id) : null
}

const proofOf = ({ config }: Secret, postId: number): Buffer =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update('watch')
    .update(String(postId))
    .digest()
    .subarray(0, PROOF_BYTES)
