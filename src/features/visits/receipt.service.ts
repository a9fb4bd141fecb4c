import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Shown } from '../../lib/http/route.ts'
import { reservedSlugs } from '../boards/boards.policy.ts'
import { pageName } from './page-name.policy.ts'

const PROOF_BYTES = 12

/** What was shown, as its browser hands it back. */
export interface Receipt extends Pick<Shown, 'viewedPost' | 'searched'> {
  /** The page's name in statistics: an address may hold a secret. */
  name: string
}

type Secret = Pick<AppContext, 'config'>

/**
 * What a page gives its browser to tell that it is shown. We signed it, so that nobody counts what was never on a page; it holds no moment and no
 * reader, so that the page is the same for all.
 */
export function receiptOf(ctx: Secret, path: string, { viewedPost, searched }: Omit<Receipt, 'name'>): string {
  const { name } = pageName(path, reservedSlugs)
  const text = Buffer.from(JSON.stringify({ name, viewedPost, searched })).toString('base64url')
  return `${text}.${proofOf(ctx, text).toString('base64url')}`
}

/** null for what we did not give. */
export function readReceipt(ctx: Secret, receipt: string): Receipt | null {
  const [text = '', proof = ''] = receipt.split('.')
  const given = Buffer.from(proof, 'base64url')
  if (given.length !== PROOF_BYTES || !timingSafeEqual(given, proofOf(ctx, text))) return null
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Receipt
}

const proofOf = ({ config }: Secret, text: string): Buffer =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update('receipt')
    .update(text)
    .digest()
    .subarray(0, PROOF_BYTES)
