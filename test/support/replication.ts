import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../../src/lib/db/db.ts'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { mariadbUrl, startMariadb } from '../../src/private-servers/mariadb.ts'

export interface Replication {
  primaryUrl: string
  replicaUrl: string
  /** Each as its own server sees it, past everything of ours. */
  primary: Db
  replica: Db
  /** The replica applies what is that old, as MASTER_DELAY does. */
  delay(seconds: number): Promise<void>
  /** It answers, but applies nothing, until `goOn`. */
  pause(): Promise<void>
  goOn(): Promise<void>
  /** The server itself. */
  stopReplica(): Promise<void>
  startReplica(): Promise<void>
  /** What a server was asked meanwhile, by whatever process. The copying itself is no statement. */
  askedOf(server: Db, work: () => Promise<unknown>): Promise<string[]>
  /** It has everything that stands on the primary. */
  caughtUp(): Promise<void>
  end(): Promise<void>
}

/** The test's own account may steer the copying, and read which statements a server was asked. */
const ALLOWED = [
  'GRANT REPLICATION SLAVE ADMIN, BINLOG MONITOR, SLAVE MONITOR ON *.* TO madang@localhost;',
  'GRANT SELECT ON mysql.general_log TO madang@localhost;',
  "SET GLOBAL log_output = 'TABLE', general_log = ON;",
]

/** Two MariaDB servers of their own, the second of which copies the first. */
export async function startReplication(): Promise<Replication> {
  const folders = ['primary', 'replica'].map((name) => mkdtempSync(join(tmpdir(), `madang-${name}-`))) as [string, string]
  for (const folder of folders) chmodSync(folder, 0o711)
  const port = await freePort()
  const startReplica = () =>
    startMariadb(folders[1], { durable: false, more: { settings: ['--server-id=2', '--slave-net-timeout=5'], statements: ALLOWED } })
  const startPrimary = () =>
    startMariadb(folders[0], {
      durable: false,
      more: {
        // Servers copy each other over the network alone.
        settings: [
          '--server-id=1',
          '--log-bin=log',
          '--binlog-format=ROW',
          '--skip-networking=0',
          '--bind-address=127.0.0.1',
          `--port=${port}`,
        ],
        statements: [
          "CREATE USER IF NOT EXISTS copier@'127.0.0.1' IDENTIFIED BY 'copies';",
          "GRANT REPLICATION SLAVE ON *.* TO copier@'127.0.0.1';",
          ...ALLOWED,
        ],
      },
    })
  const [primaryServer, firstReplica] = await Promise.all([startPrimary(), startReplica()])
  let replicaServer = firstReplica
  const primary = openDatabase(mariadbUrl(folders[0]), { poolSize: 2, statementTimeoutMs: 20_000 })
  const replica = openDatabase(mariadbUrl(folders[1]), { poolSize: 2, statementTimeoutMs: 20_000 })
  await replica.raw(
    `CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=${port}, MASTER_USER='copier', MASTER_PASSWORD='copies', MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1`,
  )
  await replica.raw('START SLAVE')

  const caughtUp = async () => {
    const [[row]] = (await primary.raw('SELECT @@gtid_binlog_pos AS position')) as [[{ position: string }]]
    await replica.raw('SELECT MASTER_GTID_WAIT(?, 15)', [row.position])
  }
  return {
    primaryUrl: mariadbUrl(folders[0]),
    replicaUrl: mariadbUrl(folders[1]),
    primary,
    replica,
    caughtUp,
    async askedOf(server, work) {
      const [[{ since }]] = (await server.raw('SELECT NOW(6) AS since')) as [[{ since: Date }]]
      await work()
      const [rows] = (await server.raw(
        "SELECT argument FROM mysql.general_log WHERE command_type = 'Query' AND event_time > ? AND user_host LIKE 'madang%'",
        [since],
      )) as [{ argument: Buffer | string }[]]
      return rows.map(({ argument }) => String(argument)).filter((sql) => !ours.test(sql))
    },
    async delay(seconds) {
      await replica.raw('STOP SLAVE')
      await replica.raw('CHANGE MASTER TO MASTER_DELAY=?', [seconds])
      await replica.raw('START SLAVE')
    },
    pause: async () => void (await replica.raw('STOP SLAVE SQL_THREAD')),
    goOn: async () => void (await replica.raw('START SLAVE SQL_THREAD')),
    stopReplica: () => replicaServer.stop(),
    async startReplica() {
      replicaServer = await startReplica()
    },
    async end() {
      await Promise.all([primary.destroy(), replica.destroy()])
      await Promise.all([primaryServer.stop(), replicaServer.stop()])
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Looks of this test and of the beats, settings of a connection. */
const ours = /general_log|replica_beats|^(SET|SELECT NOW|SELECT 1$|SELECT @@|SELECT MASTER_GTID)/

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
