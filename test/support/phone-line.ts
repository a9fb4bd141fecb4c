import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A line between a browser and the site that can be cut while something is on its way. */
export interface PhoneLine {
  /** The site's, by this line. */
  url: string
  /** Bytes that the browser has sent so far. */
  sent: number
  /** Cuts whatever is open once that many more bytes have come, and is dead for so long. */
  cutAfter(bytes: number, deadMs: number): void
  /** How often it was cut. */
  cuts: number
  close(): Promise<void>
}

export async function openPhoneLine(siteUrl: string): Promise<PhoneLine> {
  const { hostname, port } = new URL(siteUrl)
  const open = new Set<Socket>()
  const plans: { at: number; deadMs: number }[] = []
  let dead = false
  const cut = (deadMs: number) => {
    dead = true
    line.cuts += 1
    setTimeout(() => {
      dead = false
    }, deadMs)
    for (const socket of open) socket.resetAndDestroy()
  }
  const server = createServer((client) => {
    if (dead) return void client.resetAndDestroy()
    const upstream = connect(Number(port), hostname)
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    client.on('data', (data) => {
      line.sent += data.length
      upstream.write(data)
      const plan = plans[0]
      if (plan && line.sent >= plan.at) cut(plans.shift()?.deadMs ?? 0)
    })
    upstream.pipe(client)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const line: PhoneLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: 0,
    cuts: 0,
    cutAfter: (bytes, deadMs) => void plans.push({ at: line.sent + bytes, deadMs }),
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
      }),
  }
  return line
}
