import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GuardedFetch } from '../../../src/lib/fetch/fetch.types.ts'
import { createGuardedFetch } from '../../../src/lib/fetch/guarded-fetch.ts'

/** Made for this test, for news.example, until 2120; it opens nothing. */
const pem = {
  key: [
    '-----BEGIN PRIVATE KEY-----',
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtVXfHInbJeA/RiZ1',
    'DBaosCQWednuy94jdq9JHNwHmRWhRANCAATO/wt8clEL7fZNzgtRxnTvEzFjVu8r',
    'RDMFFgjpfHInZjK419NBv/lbGGNym1Z77RILeLeA6f0nlyooCpqvwebm',
    '-----END PRIVATE KEY-----',
  ].join('\n'),
  cert: [
    '-----BEGIN CERTIFICATE-----',
    'MIIBajCCARCgAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxuZXdzLmV4',
    'YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV',
    'BAMMDG5ld3MuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABM7/C3xy',
    'UQvt9k3OC1HGdO8TMWNW7ytEMwUWCOl8cidmMrjX00G/+VsYY3KbVnvtEgt4t4Dp',
    '/SeXKigKmq/B5uajSzBJMBcGA1UdEQQQMA6CDG5ld3MuZXhhbXBsZTAPBgNVHRMB',
    'Af8EBTADAQH/MB0GA1UdDgQWBBT+PYOfY4jg6jq4WQyKlHKEOsDuWjAKBggqhkjO',
    'PQQDAgNIADBFAiAUSh/XiT0hblAZv+tqu5O7l5WCx7NZGI/tTmMNTVibxgIhAOEp',
    'SgX4+OWI0GFqpSleRJDAI7dkqzg+GYMk/P8v4TcR',
    '-----END CERTIFICATE-----',
  ].join('\n'),
}

const trusted = getCACertificates()
let server: Server
let port: number
let guarded: GuardedFetch
let address = '127.0.0.1'

beforeAll(async () => {
  server = createServer(pem, (_req, res) => void res.writeHead(200, { 'Content-Type': 'text/html' }).end('바다'))
  await new Promise<void>((done) => server.listen(0, '::', done))
  port = (server.address() as AddressInfo).port
  guarded = createGuardedFetch({
    userAgent: 'Madang test',
    lookup: (_name, _options, done) => done(null, [{ address, family: address.includes(':') ? 6 : 4 }]),
    letThrough: { addresses: ['127.0.0.1'], ports: [port] },
  })
})
afterAll(() => {
  setDefaultCACertificates(trusted)
  server.closeAllConnections()
  return new Promise((done) => server.close(done))
})

test('a certificate must come from whom the system trusts, and be for the name that was asked', async () => {
  expect(await guarded.fetchPage(`https://news.example:${port}/`)).toMatchObject({ ok: false, why: 'unreachable' })
  setDefaultCACertificates([...trusted, pem.cert])
  expect(await guarded.fetchPage(`https://news.example:${port}/`)).toMatchObject({ ok: true, text: '바다' })
  expect(await guarded.fetchPage(`https://other.example:${port}/`)).toMatchObject({ ok: false, why: 'unreachable' })
})

test('a name with a good certificate that leads inside is forbidden as any other', async () => {
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  for (address of ['127.0.0.2', '::1', '::ffff:127.0.0.1', '10.0.0.1']) {
    expect(await guarded.fetchPage(`https://news.example:${port}/`)).toMatchObject({ ok: false, why: 'forbidden' })
  }
  expect(connections).toBe(0)
})
