import type { Request, Response } from 'express'
import { z } from 'zod'
import type { MessageKey } from '../../messages/messages.ts'
import type { MessageArguments } from '../i18n/translate.ts'
import { cookieOptions, cookiesOf } from './cookies.ts'

export interface Flash {
  kind: 'success' | 'danger'
  key: MessageKey
  args?: MessageArguments
}

export const FLASH_COOKIE = 'flash'
const SECONDS = 60

const FlashCookie = z.object({
  kind: z.enum(['success', 'danger']),
  key: z.string().max(80),
  args: z.record(z.string(), z.union([z.string().max(200), z.number()])).optional(),
})

/** One sentence for the next page. It names a message of the catalogue, so that a forged cookie can't put words on a page. */
export function setFlash(res: Response, flash: Flash): void {
  res.cookie(FLASH_COOKIE, Buffer.from(JSON.stringify(flash)).toString('base64url'), cookieOptions(res.req, SECONDS))
}

/** The sentence that waits for this page, taken away as it is shown. */
export function takeFlash(req: Request, res: Response): z.output<typeof FlashCookie> | null {
  const value = cookiesOf(req)[FLASH_COOKIE]
  if (!value) return null
  res.clearCookie(FLASH_COOKIE, { path: '/' })
  try {
    return FlashCookie.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    return null
  }
}
