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

/** Where a bucket lies. */
export interface S3Address {
  endpoint: string
  region: string
  bucket: string
  /** Before each key, with a slash at its end; or ''. */
  prefix: string
  accessKeyId: string
  secretAccessKey: string
}

/** `s3://key:secret@host/bucket/folder?region=ap-northeast-2`; `s3+http://…` without TLS, for a server on the same machine or line. */
export function s3Address(storageUrl: string): S3Address {
  const url = new URL(storageUrl)
  if (!/^s3(\+http)?:$/.test(url.protocol)) throw new TypeError('a storage address begins with s3://')
  const [bucket = '', ...folders] = url.pathname.slice(1).split('/').filter(Boolean).map(decodeURIComponent)
  if (!url.hostname || !url.username || !url.password) throw new TypeError('a storage address names host, key and secret')
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket)) throw new TypeError('a storage address names a bucket')
  return {
    endpoint: `${url.protocol === 's3:' ? 'https' : 'http'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
}

export const socketRedisUrl = (socketPath: string) => `unix://${socketPath.split('/').map(encodeURIComponent).join('/')}`

const withoutBrackets = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1')
