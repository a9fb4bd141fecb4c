import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import type { Mailer } from './mailer.ts'

/** A mail server that doesn't answer must not hold the worker's other news. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 }

/** SMTP when MAIL_URL is set, else one `.eml` file a mail under VAR_DIR/mail, so that nothing is lost before mail is set up. */
export function createMailer(config: Pick<Config, 'mailUrl' | 'varDir' | 'baseUrl'>): Mailer {
  const from = `no-reply@${config.baseUrl === null ? 'localhost' : new URL(config.baseUrl).hostname}`
  const defaults = { from, disableFileAccess: true, disableUrlAccess: true }
  // Opened with a mail: most processes send none.
  const { mailUrl } = config
  if (mailUrl !== null) {
    const transport = async () => (await import('nodemailer')).createTransport({ url: mailUrl, ...TIMEOUTS }, defaults)
    return { send: async (mail) => void (await (await transport()).sendMail(mail)) }
  }
  const dir = join(config.varDir, 'mail')
  const transport = async () =>
    (await import('nodemailer')).createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, defaults)
  return {
    async send(mail) {
      const { message } = await (await transport()).sendMail(mail)
      await mkdir(dir, { recursive: true })
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`
      await writeFile(join(dir, `.${name}`), message as Buffer)
      await rename(join(dir, `.${name}`), join(dir, name))
    },
  }
}
