/**
 * Starts the site from nothing, in an empty VAR_DIR on a free port, as a new owner would: `npm start`. Looks at its first
 * pages, stops it, and says how many of these checks passed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_WITHIN_MS = 120_000
const root = join(import.meta.dirname, '..')

let passed = 0
let failed = 0
async function check(name, work) {
  try {
    await work()
    passed++
    console.log(`ok      ${name}`)
  } catch (error) {
    failed++
    console.log(`FAILED  ${name}: ${error.message}`)
  }
}

const varDir = mkdtempSync(join(tmpdir(), 'madang-smoke-'))
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const site = startSite()

await check('npm start makes an empty folder a site that is ready', untilReady)
await check('the front page is served, with the visitor counter', () => expectPage('/', 200, 'data-visits="today"'))
await check('the board that every new site has is served', () => expectPage('/free', 200, '<h1'))
await check('the page for logging in is served', () => expectPage('/login', 200, 'name="password"'))
await check('the process says that it lives', () => expectPage('/healthz', 200, 'ok'))
await check('the servers behind it answer', () => expectPage('/readyz', 200, 'ok'))
await check('an address that does not exist is a 404 page', () => expectPage('/there-is-no-such-page/1', 404, '<h1'))
await check('the console says where the site is and how to become its owner', async () => {
  expect(site.output.includes(address), `no ${address} in:\n${site.output}`)
  expect(/\/setup\/\S+/.test(site.output), `no set-up address in:\n${site.output}`)
})
await check('SIGTERM ends it with status 0', endSite)

rmSync(varDir, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function startSite() {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', VAR_DIR: varDir, DATABASE_URL: '', REDIS_URL: '', BASE_URL: '' }
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const started = { child, output: '', status: new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal))) }
  const keep = (chunk) => {
    started.output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return started
}

async function untilReady() {
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until) {
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.ok) return
    if (site.child.exitCode !== null) throw new Error(`it ended:\n${site.output}`)
    await sleep(100)
  }
  throw new Error(`not ready after ${READY_WITHIN_MS / 1000} s:\n${site.output}`)
}

async function expectPage(path, status, text) {
  const answer = await fetch(address + path, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
  const body = await answer.text()
  expect(answer.status === status, `${path} answered ${answer.status} instead of ${status}`)
  expect(body.includes(text), `${path} has no ${text}`)
}

async function endSite() {
  process.kill(site.child.pid, 'SIGTERM')
  const status = await Promise.race([site.status, sleep(40_000, 'still running after 40 s')])
  if (status !== 0) process.kill(-site.child.pid, 'SIGKILL')
  expect(status === 0, `it ended with ${status}:\n${site.output}`)
  const answer = await fetch(`${address}/healthz`).catch(() => null)
  expect(answer === null, 'somebody still answers')
}

function expect(isSo, otherwise) {
  if (!isSo) throw new Error(otherwise)
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
