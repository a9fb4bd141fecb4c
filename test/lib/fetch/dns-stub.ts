import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns'
import type { AddressInfo } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { LookupAll } from '../../../src/lib/fetch/fetch.types.ts'

const A = 1
const AAAA = 28

/** A name server of our own: `answer` says for each question what the name means this time; nothing makes it keep silent. */
export async function startDnsStub(answer: (name: string) => readonly string[] | null) {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (question, from) => {
    const { name, type, end } = readQuestion(question)
    const addresses = answer(name)
    if (type === A) asked += 1
    if (addresses !== null) socket.send(reply(question.subarray(0, end), type, addresses), from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  const resolver = new Resolver({ timeout: 20_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`])
  return {
    lookup: lookupThrough(resolver),
    asked: () => asked,
    close: () => {
      resolver.cancel()
      return new Promise<void>((done) => socket.close(done))
    },
  }
}

/** IPv6 is asked for first, so that `asked` counts names, by their question for IPv4, in order. */
const lookupThrough =
  (resolver: Resolver): LookupAll =>
  (hostname, _options, callback) =>
    resolver.resolve4(hostname, (_none, four = []) =>
      resolver.resolve6(hostname, (error, six = []) => {
        const found = [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))]
        callback(found.length === 0 ? (error ?? new Error('no address')) : null, found)
      }),
    )

function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 }
}

function reply(question: Buffer, type: number, addresses: readonly string[]): Buffer {
  const records = addresses
    .map((address) => Buffer.from(ipaddr.parse(address).toByteArray()))
    .filter(({ length }) => length === (type === A ? 4 : 16) && (type === A || type === AAAA))
    // The name again (a pointer to it), the type, class IN, to be kept for no time at all.
    .map((bytes) => Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length]), bytes]))
  const message = Buffer.concat([question, ...records])
  message.writeUInt16BE(0x8180, 2)
  message.writeUInt16BE(records.length, 6)
  message.writeUInt32BE(0, 8)
  return message
}
