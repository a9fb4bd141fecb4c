import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { databaseAddress } from '../../src/config/addresses.ts'

/** The line between a process and its real database, which a test can cut: at once, or at the moment of a COMMIT. */
export interface DatabaseLine {
  url: string
  cut(): void
  mend(): void
  /** The next COMMIT arrives or does not; in both cases nobody is told. */
  loseNextCommit(which: 'its answer' | 'itself'): void
  close(): Promise<void>
}

export async function openDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const address = databaseAddress(databaseUrl)
  const open = new Set<Socket>()
  let isCut = false
  let losing: 'its answer' | 'itself' | null = null

  const server = createServer((client) => {
    if (isCut) return void client.destroy()
    const database = 'socketPath' in address ? connect(address.socketPath) : connect(address.port, address.host)
    const end = () => {
      client.destroy()
      database.destroy()
    }
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        open.delete(socket)
        end()
      })
    }
    let answerIsLost = false
    client.on('data', (bytes) => {
      if (losing !== null && bytes.includes('COMMIT')) {
        answerIsLost = losing === 'its answer'
        const never = losing === 'itself'
        losing = null
        if (never) return end()
      }
      database.write(bytes)
    })
    database.on('data', (bytes) => (answerIsLost ? end() : client.write(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const url = new URL(databaseUrl)
  url.searchParams.delete('socketPath')
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const destroyAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: url.href,
    cut() {
      isCut = true
      destroyAll()
    },
    mend() {
      isCut = false
    },
    loseNextCommit(which) {
      losing = which
    },
    async close() {
      destroyAll()
      server.close()
      await once(server, 'close')
    },
  }
}
