import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { createTranslator } from '../../lib/i18n/translate.ts'
import { messages } from '../../messages/messages.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { siteName } from '../settings/settings.types.ts'
import { countTokensSince, insertToken } from './member-tokens.repository.ts'
import { resetPasswordPath } from './members.paths.ts'
import { findMember } from './members.repository.ts'

const HOUR_MS = 3_600_000
/** Nobody's mailbox is filled by strangers who type their address. */
const MAILS_AN_HOUR = 3

/** The token is made here and not by the form: the outbox would keep it readable. */
export async function sendResetMail(ctx: AppContext, { memberId }: { memberId: number }): Promise<void> {
  const now = ctx.clock.now()
  const member = await findMember(ctx.db, memberId)
  if (member?.status !== 'active') return
  if ((await countTokensSince(ctx.db, memberId, 'password-reset', new Date(now.getTime() - HOUR_MS))) >= MAILS_AN_HOUR) return
  const token = randomBytes(32).toString('base64url')
  await insertToken(ctx.db, { purpose: 'password-reset', memberId, token, expiresAt: new Date(now.getTime() + HOUR_MS), createdAt: now })
  const site = siteName(await loadSettings(ctx), 'ko')
  const base = ctx.config.baseUrl ?? `http://localhost:${ctx.config.port}`
  const args = { site, nickname: member.nickname, link: base + resetPasswordPath(token) }
  const texts = (['ko', 'en'] as const).map((locale) => createTranslator(messages, locale)('members.reset.mail', args))
  await ctx.mail.send({
    to: member.email,
    subject: createTranslator(messages, 'ko')('members.reset.subject', { site }),
    text: texts.join('\n\n— — —\n\n'),
  })
}
