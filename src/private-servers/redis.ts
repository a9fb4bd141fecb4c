import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { socketRedisUrl } from '../config/addresses.ts'
import type { RunningProcess } from '../lib/process/running-process.ts'
import { askSocket } from './ask-socket.ts'
import { findProgram } from './find-program.ts'
import { isRunning, type ServerPlan, startPrivateServer } from './private-server.ts'
import { makePrivateFolder, type ServerAccount, serverAccount } from './server-account.ts'
import { makeSocketFolder, socketPath } from './socket-path.ts'

const folderOf = (varDir: string) => join(varDir, 'redis')

export const redisUrl = (varDir: string) => socketRedisUrl(socketPath(folderOf(varDir)))

export const redisIsRunning = (varDir: string) => isRunning(planFor(varDir, true, null))

export async function startRedis(varDir: string, { durable }: { durable: boolean }): Promise<RunningProcess> {
  // Others may pass through to their own folders, not look around.
  mkdirSync(join(varDir, 'run'), { recursive: true, mode: 0o711 })
  const folder = folderOf(varDir)
  const account = serverAccount('redis', folder)
  makePrivateFolder(folder, account)
  makeSocketFolder(folder, account)
  return startPrivateServer(planFor(varDir, durable, account))
}

function planFor(varDir: string, durable: boolean, account: ServerAccount | null): ServerPlan {
  const folder = folderOf(varDir)
  const mark = `--dir ${folder}`
  return {
    name: 'Redis',
    folder,
    pidFile: join(varDir, 'run/redis.pid'),
    logFile: join(varDir, 'logs/redis.log'),
    command: findProgram('redis-server'),
    // Without a file's name before the options no configuration file is read.
    args: ['--dir', folder, '--unixsocket', socketPath(folder), ...SETTINGS, ...writing(durable)],
    spawnAs: account,
    mark,
    // While it reads its file back it answers -LOADING.
    answers: () => askSocket(socketPath(folder), 'PING\r\n', (answer) => answer.toString('latin1').startsWith('+PONG')),
  }
}

const SETTINGS = [
  ['--port', '0'],
  ['--unixsocketperm', '700'],
  // The command line stays as given: by it the server is recognized after its supervisor was killed.
  ['--set-proc-title', 'no'],
  ['--save', ''],
  ['--maxmemory', '512mb'],
  // Sessions and jobs must not disappear silently: when full, a write is refused.
  ['--maxmemory-policy', 'noeviction'],
  ['--databases', '16'],
].flat()

/**
 * Each change is handed to the kernel before its answer leaves, so a kill loses nothing. A power cut may lose the last
 * second: some readers log in again, and jobs are queued anew from the database. Waiting for the disk at every session
 * would cost each page of a member several milliseconds.
 */
const writing = (durable: boolean) => (durable ? ['--appendonly', 'yes', '--appendfsync', 'everysec'] : ['--appendonly', 'no'])
