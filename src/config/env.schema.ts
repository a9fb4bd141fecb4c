import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { databaseAddress, redisAddress, s3Address } from './addresses.ts'

/** A message finishes the sentence "NAME is …, but must be …". An empty value counts as unset before it comes here. */

export const secretNames: ReadonlySet<string> = new Set(['SESSION_SECRET'])

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const text = (right: string, isRight: (value: string) => boolean) => z.string().refine(isRight, right)
const textOrNull = (right: string, isRight: (value: string) => boolean) =>
  text(right, isRight)
    .optional()
    .transform((value) => value ?? null)

const number = (least: number, most: number, standard: number) =>
  text(`a whole number from ${least} to ${most}`, (value) => /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most)
    .default(String(standard))
    .transform(Number)

const PROXY_NAMES = new Set(['loopback', 'linklocal', 'uniquelocal'])

export const EnvironmentSchema = z.object({
  PORT: number(1, 65_535, 3_000),
  HOST: text(
    'an IP address or a host name, as 127.0.0.1',
    (value) => isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value),
  ).default('127.0.0.1'),
  WEB_PROCESSES: number(1, 64, 1),
  VAR_DIR: text('the path of a folder', (value) => !value.includes('\0') && resolve('/', value) !== '/')
    .default('var')
    .transform((value) => (root: string) => resolve(root, value)),
  DATABASE_URL: textOrNull(
    'mysql://user:password@host:port/database, or mysql://user@localhost/database?socketPath=/path/of.sock',
    succeeds(databaseAddress),
  ),
  DATABASE_REPLICA_URL: text('addresses as that of DATABASE_URL, each of one server that copies it, with commas between', (value) =>
    listed(value).every(succeeds(databaseAddress)),
  )
    .default('')
    .transform((value) => (value === '' ? [] : listed(value))),
  REDIS_URL: textOrNull('redis://host:port, rediss://user:password@host:port/0 or unix:///path/of.sock', succeeds(redisAddress)),
  DATABASE_POOL: number(2, 100, 10),
  BASE_URL: textOrNull('the address at which readers reach the site, as https://board.example.org, without a path', isOrigin).transform(
    (value) => value && new URL(value).origin,
  ),
  SESSION_SECRET: textOrNull('at least 32 characters long, made at random', (value) => value.length >= 32),
  TRUST_PROXY: text(
    'false, the number of proxies in front (1 to 9), or their addresses, as 10.0.0.1,192.168.0.0/16 or loopback',
    isProxyTrust,
  )
    .default('false')
    .transform(readProxyTrust),
  EDGE_CACHE_SECONDS: text('a whole number of seconds from 1 to 60, or 0 where no shared cache stands in front', (value) =>
    /^([1-5]?\d|60)$/.test(value),
  )
    .default('0')
    .transform(Number),
  STORAGE_URL: textOrNull(
    's3://key:secret@host/bucket?region=ap-northeast-2 (s3+http:// without TLS), or left out for a folder under VAR_DIR',
    succeeds(s3Address),
  ),
  MAIL_URL: textOrNull('smtp://user:password@host:port or smtps://user:password@host:port', isMailUrl),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
})

function succeeds(read: (url: string) => unknown): (value: string) => boolean {
  return (value) => {
    try {
      read(value)
      return true
    } catch {
      return false
    }
  }
}

function isOrigin(value: string): boolean {
  const url = URL.parse(value)
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  )
}

function isMailUrl(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}

const listed = (value: string) => value.split(',').map((part) => part.trim())

/** "true" is refused: it would let any reader choose the address under which bans and limits see them. */
function isProxyTrust(value: string): boolean {
  return value === 'false' || /^\d$/.test(value) || listed(value).every(isProxyAddress)
}

function isProxyAddress(value: string): boolean {
  if (PROXY_NAMES.has(value)) return true
  const [address = '', bits, ...rest] = value.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function readProxyTrust(value: string): false | number | string[] {
  if (value === 'false' || value === '0') return false
  return /^\d$/.test(value) ? Number(value) : listed(value)
}
