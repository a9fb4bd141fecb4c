import { createHmac } from 'node:crypto'
import type { AppContext } from '../../context.ts'

/** A member's name on what lies in their browser: of several who share one, each finds their own texts alone. */
export const draftOwner = ({ config }: Pick<AppContext, 'config'>, memberId: number): string =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update(`drafts:${memberId}`)
    .digest('base64url')
    .slice(0, 16)
