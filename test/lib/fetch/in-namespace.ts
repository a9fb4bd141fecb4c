import { spawnSync } from 'node:child_process'
import { get } from 'node:http'
import { createGuardedFetch } from '../../../src/lib/fetch/guarded-fetch.ts'
import { moreTraps, publicAddresses, trapsOn } from './address-corpus.ts'
import { sendOn, startPlainServer } from './recorder.ts'

/**
 * A program for `unshare --net`: an internet in which every address of either kind is this machine, with the guard as the site has it, nothing
 * let through. Prints what arrived where.
 */
const ip = (...words: string[]): void => {
  const { status, stderr } = spawnSync('ip', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`)
}
ip('link', 'set', 'lo', 'up')
ip('route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo')
ip('-6', 'route', 'add', 'local', '::/0', 'dev', 'lo')

const arrivals: string[] = []
const record = (request: string, localAddress: string): string => {
  arrivals.push(localAddress.replace(/^::ffff:(?=\d+\.)/, ''))
  return sendOn(request)
}
const servers = await Promise.all(
  [80, 443].map((port) => startPlainServer('::', port, (request, { localAddress = '' }) => record(request, localAddress))),
)
const seen = () => arrivals.splice(0)

const meanings = new Map<string, string[]>()
const { fetchBytes } = createGuardedFetch({
  userAgent: 'Madang test',
  lookup: (name, _options, done) => {
    const answers = meanings.get(name) ?? []
    const address = (answers.length > 1 ? answers.shift() : answers[0]) ?? '127.0.0.1'
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  },
})
const traps = trapsOn(80)
const generated = moreTraps(80, 5_000)

for (const host of ['169.254.169.254', '10.0.0.1', '64:ff9b::a00:1', '::127.0.0.1']) {
  await new Promise((done) => get({ host }, (response) => response.resume().on('end', done)))
}
const unguarded = seen()

for (const address of publicAddresses) await fetchBytes(`http://${address.includes(':') ? `[${address}]` : address}/`)
const open = seen()

for (const { url } of [...traps, ...generated]) await fetchBytes(url, { timeoutMs: 2_000 })
const direct = seen()

for (const { url } of traps) await fetchBytes(`http://8.8.8.8/?to=${encodeURIComponent(url)}`, { timeoutMs: 2_000 })
const redirected = seen()

for (const [index, { target }] of traps.entries()) {
  if (target === null) continue
  const name = `turn-${index}.example`
  meanings.set(name, ['8.8.8.8', target])
  await fetchBytes(`http://${name}/?to=${encodeURIComponent(`https://${name}/`)}`, { timeoutMs: 2_000 })
  await fetchBytes(`http://${name}/`, { timeoutMs: 2_000 })
}
const rebound = seen()

await Promise.all(servers.map(({ close }) => close()))
process.stdout.write(JSON.stringify({ traps: traps.length, unguarded, open, direct, redirected, rebound }))
