import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { DatabaseAddress } from '../../src/config/addresses.ts'

/** A line between the site and its database that can be cut, can go silent, or can lose the answer to a COMMIT. */
export interface BrokenLine {
  port: number
  /** Takes new connections and passes nothing on, in either direction. */
  silent: boolean
  /** Refuses, and cuts what is open. */
  cut(): void
  mend(): void
  /** How many COMMITs of a form still reach the server while their answer is lost, with the connection. */
  loseCommits: number
  close(): Promise<void>
}

/** Behind a packet's length, number and kind; MySQL 9 puts the count of a statement's attributes, none, and of its sets, one, before it. */
const isStatement = (text: string, word: string): boolean => [word, `\0\x01${word}`].some((said) => text.startsWith(said, 5))
const FORM = /insert into `submissions`/i

export async function openBrokenLine(address: DatabaseAddress): Promise<BrokenLine> {
  const open = new Set<Socket>()
  let refusing = false
  const line: BrokenLine = {
    port: 0,
    silent: false,
    loseCommits: 0,
    cut() {
      refusing = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      refusing = false
    },
    close: () =>
      new Promise((done) => {
        line.cut()
        server.close(() => done())
      }),
  }
  const server: Server = createServer((client) => {
    if (refusing) return void client.destroy()
    const upstream = 'socketPath' in address ? connect(address.socketPath) : connect(address.port, address.host)
    let keepsForm = false
    let losing = false
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (data) => {
      if (line.silent) return
      const text = data.toString('latin1')
      keepsForm ||= FORM.test(text)
      const commits = isStatement(text, 'COMMIT')
      if (line.loseCommits > 0 && keepsForm && commits) {
        line.loseCommits -= 1
        losing = true
      }
      // What comes on this connection then is another's: a visit's, perhaps.
      if (commits || isStatement(text, 'ROLLBACK')) keepsForm = false
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (losing) client.destroy()
      else if (!line.silent) client.write(data)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  line.port = (server.address() as AddressInfo).port
  return line
}
