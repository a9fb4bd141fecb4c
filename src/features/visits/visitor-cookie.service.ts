import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { remembered } from '../../lib/cache/remember.ts'

const ID_BYTES = 16
const GIVEN_BYTES = 6
const PAYLOAD_BYTES = ID_BYTES + GIVEN_BYTES
const PROOF_BYTES = 12

/** What the cookie holds: a random id and when it was given, with a proof that it was us. */
export interface Visitor {
  id: Buffer
  givenAt: Date
}

type Secret = Pick<AppContext, 'config' | 'memory'>

/** Whoever reads sends the same cookie with each page. */
const READERS = 5_000

export const newVisitor = (givenAt: Date): Visitor => ({ id: randomBytes(ID_BYTES), givenAt })

export function visitorCookie(ctx: Pick<Secret, 'config'>, { id, givenAt }: Visitor): string {
  const payload = Buffer.alloc(PAYLOAD_BYTES)
  id.copy(payload)
  payload.writeUIntBE(givenAt.getTime(), ID_BYTES, GIVEN_BYTES)
  return Buffer.concat([payload, proofOf(ctx, payload)]).toString('base64url')
}

/** null for what we did not give: an id that somebody made up is as good as none. */
export const readVisitorCookie = (ctx: Secret, value: string | undefined): Visitor | null =>
  ctx.memory.own('visits:cookies', () => ({ read: remembered(READERS, (text) => provedVisitor(ctx, text)) })).read(value ?? '')

function provedVisitor(ctx: Secret, value: string): Visitor | null {
  const bytes = Buffer.from(value, 'base64url')
  if (bytes.length !== PAYLOAD_BYTES + PROOF_BYTES) return null
  const payload = bytes.subarray(0, PAYLOAD_BYTES)
  if (!timingSafeEqual(bytes.subarray(PAYLOAD_BYTES), proofOf(ctx, payload))) return null
  return { id: payload.subarray(0, ID_BYTES), givenAt: new Date(payload.readUIntBE(ID_BYTES, GIVEN_BYTES)) }
}

const proofOf = ({ config }: Pick<Secret, 'config'>, payload: Buffer): Buffer =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update('visitor')
    .update(payload)
    .digest()
    .subarray(0, PROOF_BYTES)
