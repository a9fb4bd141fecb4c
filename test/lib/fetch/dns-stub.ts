import { createSocket } from 'node:dgram'
import { promises } from 'node:dns'
import type { AddressInfo } from 'node:net'
import ipaddr from 'ipaddr.js'
import { lookupBy } from '../../../src/lib/fetch/look-up-name.ts'

const A = 1
const AAAA = 28

/**
 * A name server of our own, and a look-up that asks it. `answer` says what the name means this time; nothing makes it keep silent. Each look-up
 * asks for addresses of both kinds and gets them of one meaning.
 */
export async function startDnsStub(answer: (name: string) => readonly string[] | null) {
  const socket = createSocket('udp4')
  const meanings = new Map<string, readonly string[] | null>()
  let asked = 0
  socket.on('message', (question, from) => {
    const { name, type, end } = readQuestion(question)
    if (type === A) {
      asked += 1
      meanings.set(name, answer(name))
    }
    const addresses = meanings.get(name) ?? null
    if (addresses !== null) socket.send(reply(question.subarray(0, end), type, addresses), from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  const resolver = new promises.Resolver({ timeout: 5_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`])
  return {
    lookup: lookupBy(resolver),
    asked: () => asked,
    close: () => {
      resolver.cancel()
      return new Promise<void>((done) => socket.close(done))
    },
  }
}

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
