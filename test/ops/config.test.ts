import { describe, expect, test } from 'vitest'
import { databaseAddress, redisAddress } from '../../src/config/addresses.ts'
import { type ConfigError, readConfig } from '../../src/config/config.ts'
import type { Environment } from '../../src/config/env.ts'

function linesFor(env: Environment): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as ConfigError).lines
  }
}

describe('the environment', () => {
  test('nothing set gives a site on port 3000 of this machine, with servers of its own', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      webProcesses: 1,
      databasePool: 10,
      databaseUrl: null,
      redisUrl: null,
      baseUrl: null,
      trustProxy: false,
      logLevel: 'info',
    })
    expect(readConfig({}).varDir).toMatch(/^\/.*\/var$/)
  })

  test('an empty value counts as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', BASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null, baseUrl: null })
  })

  test.each([
    ['PORT', ['0', '65536', '80a', '-1', '3000.5', ' 1e3']],
    ['HOST', ['two words', 'http://localhost', '-']],
    ['WEB_PROCESSES', ['0', '65', 'auto', '-2', '1.5']],
    ['DATABASE_POOL', ['1', '101', 'many']],
    ['VAR_DIR', ['/']],
    [
      'DATABASE_URL',
      [
        'postgres://u:p@h/d',
        'mysql://localhost',
        'mysql://u@h/',
        'mysql://u@localhost/d?socketPath=relative.sock',
        'nonsense',
        'mysql://u:%@h/d',
      ],
    ],
    ['DATABASE_REPLICA_URL', ['postgres://u:p@h/d', 'mysql://u@h/d,', 'mysql://u@h/d,nonsense']],
    ['REDIS_URL', ['http://h', 'redis:', 'unix://host/x.sock', 'unix:///']],
    ['BASE_URL', ['board.example.org', 'ftp://x', 'https://x/path', 'https://x/?a', 'https://u:p@x']],
    ['SESSION_SECRET', ['short']],
    ['TRUST_PROXY', ['true', 'yes', '10', '10.0.0.0/33', '10.0.0.1/8/8', 'proxy.example.org']],
    ['EDGE_CACHE_SECONDS', ['61', '-1', '2.5', 'yes', '5s', '1e1']],
    ['STORAGE_URL', ['http://k:s@h/bucket', 's3://h/bucket', 's3://k:s@h/', 's3://k:s@h/B', 's3://k@h/bucket', 'nonsense']],
    ['MAIL_URL', ['mail.example.org', 'http://x', 'smtp://']],
    ['LOG_LEVEL', ['loud', 'INFO']],
  ])('a wrong %s is named in one line, with what is right', (name, values) => {
    for (const value of values) {
      const lines = linesFor({ [name]: value })
      expect(lines, value).toHaveLength(1)
      expect(lines[0]).toMatch(new RegExp(`^${name} is .*, but must be .{8,}`))
    }
  })

  test('replicas are servers that copy a database of one’s own, one or several', () => {
    const DATABASE_URL = 'mysql://me@h/board'
    expect(readConfig({ DATABASE_URL }).databaseReplicaUrls).toEqual([])
    expect(readConfig({ DATABASE_URL, DATABASE_REPLICA_URL: 'mysql://me@a/board , mysql://me@b/board' }).databaseReplicaUrls).toEqual([
      'mysql://me@a/board',
      'mysql://me@b/board',
    ])
    expect(linesFor({ DATABASE_REPLICA_URL: 'mysql://me@a/board' })).toEqual([
      expect.stringMatching(/^DATABASE_REPLICA_URL .* DATABASE_URL/),
    ])
  })

  test('a shared cache in front is a proxy, whose word on addresses must be believed', () => {
    expect(linesFor({ EDGE_CACHE_SECONDS: '5' })).toEqual([expect.stringMatching(/^TRUST_PROXY is .*, but must be .*EDGE_CACHE_SECONDS/)])
    expect(readConfig({ EDGE_CACHE_SECONDS: '5', TRUST_PROXY: 'loopback' })).toMatchObject({ edgeCacheSeconds: 5 })
    expect(readConfig({})).toMatchObject({ edgeCacheSeconds: 0 })
  })

  test('every wrong value has a line of its own', () => {
    expect(linesFor({ PORT: 'x', LOG_LEVEL: 'x', HOST: 'a b' })).toHaveLength(3)
  })

  test('no line repeats a password or a secret', () => {
    const lines = linesFor({
      SESSION_SECRET: 'hunter2',
      DATABASE_URL: 'pg://me:hunter2@h/d',
      DATABASE_REPLICA_URL: 'mysql://me:hunter2@h/d,pg://me:hunter2@h/d',
      REDIS_URL: 'http://:hunter2@h',
      STORAGE_URL: 's4://me:hunter2@h/bucket',
      MAIL_URL: 'x://me:hunter2@h',
    })
    expect(lines).toHaveLength(6)
    expect(lines.join()).not.toContain('hunter2')
  })

  test.each<[string, false | number | string[]]>([
    ['false', false],
    ['0', false],
    ['2', 2],
    ['loopback, 10.0.0.0/8,::1', ['loopback', '10.0.0.0/8', '::1']],
  ])('TRUST_PROXY=%s is understood', (value, expected) => {
    expect(readConfig({ TRUST_PROXY: value }).trustProxy).toEqual(expected)
  })

  test('BASE_URL loses the slash at its end', () => {
    expect(readConfig({ BASE_URL: 'https://board.example.org/' }).baseUrl).toBe('https://board.example.org')
  })
})

describe('server addresses', () => {
  test('a database is reached over the network or a socket', () => {
    expect(databaseAddress('mysql://me:p%40ss@[::1]:3307/board')).toEqual({
      host: '::1',
      port: 3307,
      user: 'me',
      password: 'p@ss',
      database: 'board',
    })
    expect(databaseAddress('mysql://me@localhost/board?socketPath=/run/my.sock')).toEqual({
      socketPath: '/run/my.sock',
      user: 'me',
      password: '',
      database: 'board',
    })
  })

  test('a Redis is reached over the network, with TLS, or over a socket', () => {
    expect(redisAddress('redis://h:1')).toEqual({ url: 'redis://h:1' })
    expect(redisAddress('rediss://u:p@h:1/2')).toEqual({ url: 'rediss://u:p@h:1/2' })
    expect(redisAddress('unix:///a%20b/r.sock')).toEqual({ socket: { path: '/a b/r.sock', tls: false } })
  })
})
