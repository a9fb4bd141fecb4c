import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { sendWeeklyReports } from '../../../src/features/statistics/weekly-report.jobs.ts'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import { createMailer } from '../../../src/lib/mail/create-mailer.ts'
import { createReaders } from '../../../src/reader.ts'
import { aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { pastDays } from '../visits/counting.ts'

const site = useSite()
/** Monday the 7th of December 2026, nine in the morning in Seoul: the week that it tells of begins on the 30th of November. */
const MONDAY = new Date('2026-12-07T09:00:00+09:00')
const after = (days: number) => ({ ...site.ctx, clock: { now: () => new Date(MONDAY.getTime() + days * 86_400_000) } })
const send = (ctx: ReturnType<typeof after>) => sendWeeklyReports(ctx, createReaders(ctx))
let owner: Person

beforeEach(async () => {
  owner = await aMember(site, '주인', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { visitReport: true })
})

interface Letter {
  to: string
  raw: string
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A mail server that takes letters, but not for whom it refuses. */
async function mailServer(refuses: (address: string) => boolean): Promise<{ mailUrl: string; letters: Letter[] }> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? new Error('mailbox full') : null),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) letters.push({ to: address, raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closers.push(() => new Promise((closed) => server.close(() => closed())))
  return { mailUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters }
}

/** What the reader of a letter sees. */
function opened({ raw }: Letter): { subject: string; text: string } {
  const [head = '', body = ''] = raw.split(/\r\n\r\n([\s\S]*)/)
  const subject = (/^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '').replace(/\?=\s+=\?/g, '?==?')
  const words = subject.replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_whole, code: string) => Buffer.from(code, 'base64').toString())
  return { subject: words, text: /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : unquoted(body) }
}

const unquoted = (body: string): string =>
  Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString()

test('a real mail server gets the week as letters: one for each owner, once, in words that arrive whole', async () => {
  const other = await aMember(site, '둘째 주인', { level: 10 })
  await pastDays(site, '2026-12-07', 30, (back) => (back === 3 ? 201 : 111))
  await closeVisitDays(after(0))
  let isFull = true
  const { mailUrl, letters } = await mailServer((address) => isFull && address.startsWith(other.login))
  const ctx = (days: number) => ({ ...after(days), mail: createMailer({ mailUrl, varDir: '/nowhere', baseUrl: 'https://example.org' }) })
  const tries = await Promise.allSettled([send(ctx(0)), send(ctx(0))])
  expect(tries.map(({ status }) => status)).toContain('rejected')
  expect(letters.map(({ to }) => to)).toEqual([`${owner.login}@example.org`])
  isFull = false
  expect(await send(ctx(1))).toBe(1)
  expect(await send(ctx(2))).toBe(0)
  expect(letters.map(({ to }) => to)).toEqual([owner, other].map(({ login }) => `${login}@example.org`))
  const { subject, text } = opened(letters[0] as Letter)
  expect(subject).toContain('지난주 방문자 867명')
  for (const words of ['가장 많이 온 날: 2026. 12. 4. (금), 201명', 'Busiest day: Fri, Dec 4, 2026', '2026. 12. 6. (일): 방문자 111'])
    expect(text).toContain(words)
})

test('a worker that was off tells a week only after its days are closed: half of the figures would be wrong for ever', async () => {
  await pastDays(site, '2026-12-09', 30, () => 40)
  expect(await send(after(2))).toBe(0)
  await closeVisitDays(after(2))
  expect(await send(after(2))).toBe(1)
})

test('a week that is over is told by no later one: after it there is only the next', async () => {
  await pastDays(site, '2026-12-14', 30, () => 40)
  await closeVisitDays(after(7))
  expect(await send(after(7))).toBe(1)
  expect(site.mails[0]?.text).toContain('from=2026-12-07&to=2026-12-13')
})

test('the first week of a site is told as far as it goes', async () => {
  await pastDays(site, '2026-12-07', 5, () => 40)
  await closeVisitDays(after(0))
  expect(await send(after(0))).toBe(1)
  expect(site.mails[0]?.subject).toContain('160명')
  expect(site.mails[0]?.text).toContain('2026-12-03 – 2026-12-06')
})

test('when every owner has their mail, nothing is added up for it any more', async () => {
  await pastDays(site, '2026-12-07', 30, () => 40)
  await closeVisitDays(after(0))
  expect(await send(after(0))).toBe(1)
  const asked: string[] = []
  const listen = ({ sql }: { sql: string }) => void asked.push(sql)
  site.ctx.db.on('query', listen)
  expect(await send(after(1))).toBe(0)
  site.ctx.db.removeListener('query', listen)
  expect(asked.join('\n')).not.toContain('visit_sums')
})
