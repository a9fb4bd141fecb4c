import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { socketDatabaseUrl } from '../config/addresses.ts'
import type { RunningProcess } from '../lib/process/running-process.ts'
import { askSocket } from './ask-socket.ts'
import { bufferPool } from './buffer-pool.ts'
import { findProgram } from './find-program.ts'
import { isRunning, type ServerPlan, startPrivateServer } from './private-server.ts'
import { makePrivateFolder, type ServerAccount, serverAccount } from './server-account.ts'
import { makeSocketFolder, socketPath } from './socket-path.ts'

const folderOf = (varDir: string) => join(varDir, 'mysql')

export const mariadbUrl = (varDir: string) => socketDatabaseUrl('madang', 'madang', socketPath(folderOf(varDir)))

export const mariadbIsRunning = (varDir: string) => isRunning(planFor(varDir, { durable: true }, null))

export interface MariadbOptions {
  durable: boolean
  /** How many may be open at once, when that is more than usual. */
  connections?: number
  /** Beyond what every site has: options of its command line, statements that it runs at its start. */
  more?: { settings: readonly string[]; statements: readonly string[] }
}

export async function startMariadb(varDir: string, options: MariadbOptions): Promise<RunningProcess> {
  // Others may pass through to their own folders, not look around.
  mkdirSync(join(varDir, 'run'), { recursive: true, mode: 0o711 })
  const folder = folderOf(varDir)
  const account = serverAccount('mysql', folder)
  makePrivateFolder(folder, account)
  makeSocketFolder(folder, account)
  makePrivateFolder(temporaryDir(folder), account)
  await installOnce(folder, account)
  writeFileSync(initFile(varDir), [...INIT_STATEMENTS, ...(options.more?.statements ?? []), ''].join('\n'), { mode: 0o644 })
  return startPrivateServer(planFor(varDir, options, account))
}

const dataDir = (folder: string) => join(folder, 'data')
/** In /tmp, temporary tables of two servers that start at the same moment get the same names. */
const temporaryDir = (folder: string) => join(folder, 'tmp')
const initFile = (varDir: string) => join(varDir, 'run/mysql-init.sql')

/** Built beside its place and moved there whole, so that a kill in the middle leaves no half of it. */
async function installOnce(folder: string, account: ServerAccount | null): Promise<void> {
  const data = dataDir(folder)
  if (existsSync(data)) return
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  const args = [
    '--no-defaults',
    `--datadir=${draft}`,
    `--tmpdir=${temporaryDir(folder)}`,
    '--skip-test-db',
    '--skip-name-resolve',
    '--auth-root-authentication-method=socket',
    ...userOption(account),
  ]
  await promisify(execFile)(findProgram('mariadb-install-db'), args, { timeout: 120_000, cwd: folder })
  await rename(draft, data)
}

const isRoot = () => process.getuid?.() === 0

/** mariadbd refuses to run as root unless told so by name. */
const userOption = (account: ServerAccount | null) => (account ? [`--user=${account.name}`] : isRoot() ? ['--user=root'] : [])

/**
 * Run by the server itself at each start, so no administrator's password exists. The account has none either: it can be
 * reached only through the socket, in a folder that only the server's account and root may enter. Its rights end at the
 * databases of the site and of its tests.
 */
const INIT_STATEMENTS = [
  'CREATE DATABASE IF NOT EXISTS madang CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;',
  "CREATE USER IF NOT EXISTS madang@localhost IDENTIFIED BY '';",
  'GRANT ALL PRIVILEGES ON `madang%`.* TO madang@localhost;',
]

/** --no-defaults: what stands in /etc/mysql is about another server. */
function planFor(varDir: string, { durable, connections = 0, more }: MariadbOptions, account: ServerAccount | null): ServerPlan {
  const folder = folderOf(varDir)
  const mark = `--datadir=${dataDir(folder)}`
  return {
    name: 'MariaDB',
    folder,
    pidFile: join(varDir, 'run/mysql.pid'),
    logFile: join(varDir, 'logs/mariadb.log'),
    command: findProgram('mariadbd', 'mysqld'),
    args: [
      '--no-defaults',
      mark,
      `--tmpdir=${temporaryDir(folder)}`,
      `--socket=${socketPath(folder)}`,
      `--init-file=${initFile(varDir)}`,
      ...userOption(account),
      ...SETTINGS,
      ...bufferPool(),
      `--max-connections=${Math.max(connections, USUAL_CONNECTIONS)}`,
      ...writing(durable),
      ...(more?.settings ?? []),
    ],
    spawnAs: null,
    mark,
    answers: () => askSocket(socketPath(folder), '', isGreeting),
  }
}

/** Four bytes of length and number, then protocol version 10; 255 would be an error such as "too many connections". */
const isGreeting = (packet: Buffer) => packet[4] === 10

const USUAL_CONNECTIONS = 120

const SETTINGS = [
  '--skip-networking',
  '--skip-name-resolve',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_520_ci',
  '--default-time-zone=+00:00',
  '--local-infile=0',
  '--skip-symbolic-links',
  // Where the plugin is missing the server says so in its log and goes on without it.
  '--plugin-load-add=ha_mroonga',
  '--innodb-log-file-size=96M',
  '--key-buffer-size=1M',
  '--aria-pagecache-buffer-size=8M',
  '--max-allowed-packet=64M',
]

/** Tests throw their data away; a site keeps every commit that it acknowledged, through a power cut too. */
const writing = (durable: boolean) =>
  durable
    ? ['--innodb-flush-log-at-trx-commit=1', '--innodb-doublewrite=1']
    : ['--innodb-flush-log-at-trx-commit=2', '--innodb-doublewrite=0', '--innodb-flush-method=nosync', '--innodb-fast-shutdown=2']
