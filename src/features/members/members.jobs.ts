import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { locales } from '../../lib/i18n/catalogue.ts'
import { createTranslator } from '../../lib/i18n/translate.ts'
import { messages } from '../../messages/messages.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { siteName } from '../settings/settings.types.ts'
import { insertToken } from './member-tokens.repository.ts'
import type { PasswordResetRequested } from './members.events.ts'
import { resetPasswordPath } from './members.paths.ts'
import { findMember } from './members.repository.ts'
import { hasMailbox } from './members.types.ts'

const VALID_MS = 3_600_000

/** The token is made here and not by the form: the outbox would keep it readable. In both languages, for a mail has no reader to ask. */
export async function sendResetMail(ctx: AppContext, { memberId }: PasswordResetRequested): Promise<void> {
  const member = memberId === null ? undefined : await findMember(ctx.db, memberId)
  if (member?.status !== 'active' || !hasMailbox(member.email)) return
  const token = randomBytes(32).toString('base64url')
  const now = ctx.clock.now()
  const expiresAt = new Date(now.getTime() + VALID_MS)
  await insertToken(ctx.db, { purpose: 'password-reset', memberId: member.id, token, expiresAt, createdAt: now })
  const site = siteName(await loadSettings(ctx), 'ko')
  // Never the address that the asker's request named: a forged Host would lead the member elsewhere.
  const base = ctx.config.baseUrl ?? `http://localhost:${ctx.config.port}`
  const args = { site, nickname: member.nickname, link: base + resetPasswordPath(token) }
  const [korean, english] = locales.map((locale) => createTranslator(messages, locale))
  await ctx.mail.send({
    to: member.email,
    subject: korean?.('members.reset.subject', { site }) ?? site,
    text: [korean, english].map((t) => t?.('members.reset.mail', args)).join('\n\n— — —\n\n'),
  })
}
