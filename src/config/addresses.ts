import { isAbsolute } from 'node:path'

/** Connection fields of mysql2. */
export type DatabaseAddress = ({ socketPath: string } | { host: string; port: number }) & {
  user: string
  password: string
  database: string
}

/** Connection options of node-redis. */
export interface RedisAddress {
  url?: string
  socket?: { path: string; tls: false }
}

/** `mysql://user:password@host:port/database`, or `mysql://user@localhost/database?socketPath=/path/of.sock`. */
export function databaseAddress(databaseUrl: string): DatabaseAddress {
  const url = new URL(databaseUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  if (!/^(mysql|mariadb):$/.test(url.protocol)) throw new TypeError('a database address begins with mysql://')
  if (!url.hostname || !url.username || !/^[^/]+$/.test(database)) throw new TypeError('a database address names host, user and database')
  const account = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database }
  const socketPath = url.searchParams.get('socketPath')
  if (socketPath === null) return { host: withoutBrackets(url.hostname), port: Number(url.port || 3306), ...account }
  if (!isAbsolute(socketPath)) throw new TypeError('socketPath is an absolute path')
  return { socketPath, ...account }
}

export const socketDatabaseUrl = (user: string, database: string, socketPath: string) =>
  `mysql://${user}@localhost/${database}?socketPath=${encodeURIComponent(socketPath)}`

/** `redis://…`, `rediss://…` (TLS), or `unix:///path/of.sock`. */
export function redisAddress(redisUrl: string): RedisAddress {
  const url = new URL(redisUrl)
  if (url.protocol === 'unix:') {
    const path = decodeURIComponent(url.pathname)
    if (url.hostname || path.length < 2) throw new TypeError('a Redis socket address is unix:///path/of.sock')
    return { socket: { path, tls: false } }
  }
  if (!/^rediss?:$/.test(url.protocol) || !url.hostname) throw new TypeError('a Redis address begins with redis:// or rediss://')
  return { url: redisUrl }
}

export const socketRedisUrl = (socketPath: string) => `unix://${socketPath.split('/').map(encodeURIComponent).join('/')}`

const withoutBrackets = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1')
